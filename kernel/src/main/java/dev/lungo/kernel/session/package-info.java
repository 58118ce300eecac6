/**
 * A Java session with no Jupyter in it: cells of source go in, values and errors come out.
 *
 * <p>Built on the JShell API with an execution control of our own. {@link
 * dev.lungo.kernel.session.Session} is what the protocol layer and the tests talk to, and what
 * another front end could use.
 */
package dev.lungo.kernel.session;
