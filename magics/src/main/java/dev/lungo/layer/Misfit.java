package dev.lungo.layer;

/**
 * Why a layer cannot take what the layer above it gives.
 *
 * @param problem what is wrong, with the shape that came and the shape that is needed
 * @param fix what to change
 */
public record Misfit(String problem, String fix) {}
