/**
 * Tests of the launcher, which drive {@code ./lungo} as a process.
 *
 * <p>{@code *Tests} use a copy of the launcher with made-up tools on its path: they need Python,
 * but neither network nor jars. {@code *IT} use this checkout with its real jars and environment.
 */
package dev.lungo.launcher;
