/**
 * IJava's magics as objects.
 *
 * <p>They call the magics that the running kernel knows by name.
 */
package io.github.spencerpark.ijava.magics;
