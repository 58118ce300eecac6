/**
 * Answers Jupyter's requests, one file for each kind.
 *
 * <p>{@link dev.lungo.kernel.protocol.Kernel} sends every request to the thread that answers it:
 * cells run one after the other, questions about code are answered beside them, and urgent requests
 * at once. Every request is answered between a busy and an idle, whatever fails.
 */
package dev.lungo.kernel.protocol;
