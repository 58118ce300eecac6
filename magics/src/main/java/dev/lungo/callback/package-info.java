/**
 * Code of the user's own that training calls.
 *
 * <p>Callbacks run between batches on the thread that trains, so they may look at the model. One
 * that throws ends the training; the model stays usable.
 */
package dev.lungo.callback;
