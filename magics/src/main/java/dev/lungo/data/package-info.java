/**
 * Data sets: where they come from, how they are kept, and how a model reads them.
 *
 * <p>A {@link dev.lungo.data.Dataset} holds labelled examples as they were stored, with a {@link
 * dev.lungo.data.Transform} that says what the model sees. Files are fetched once, checked, and
 * kept in the {@link dev.lungo.data.Cache}.
 */
package dev.lungo.data;
