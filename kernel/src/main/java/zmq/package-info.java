/**
 * A class of JeroMQ 0.6.0 that wastes processor time, written anew.
 *
 * <p>JeroMQ lets nobody put another in its place, so {@link zmq.Signaler} has the name of its own.
 * The kernel's jar comes before JeroMQ's on the class path, so this one is loaded.
 */
package zmq;
