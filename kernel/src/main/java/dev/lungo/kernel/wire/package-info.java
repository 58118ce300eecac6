/**
 * Jupyter's messages on their five sockets: read, verified, signed and sent.
 *
 * <p>{@link dev.lungo.kernel.wire.Wire} is the door: messages come out of it, answers go in. One
 * thread owns all sockets and nobody outside this package sees a ZeroMQ type.
 */
package dev.lungo.kernel.wire;
