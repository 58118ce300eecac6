package dev.lungo.data;

/**
 * Why targets cannot be learned with a loss, in the four parts of every message.
 *
 * @param what what does not fit
 * @param received what came
 * @param expected what should have come
 * @param fix what to write instead
 */
public record Misfit(String what, String received, String expected, String fix) {}
