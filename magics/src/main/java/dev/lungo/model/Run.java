package dev.lungo.model;

/**
 * A fit that may be continued from a checkpoint.
 *
 * @param seed what decides its random numbers
 * @param chosen whether the user chose the seed
 * @param before how many epochs the model had when it began
 */
record Run(long seed, boolean chosen, int before) {}
