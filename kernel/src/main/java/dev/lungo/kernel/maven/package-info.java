/**
 * Maven in a notebook: {@code %maven}, {@code %mavenRepo} and {@code %loadFromPOM}.
 *
 * <p>{@link dev.lungo.kernel.maven.MavenMagics} reads what the magics were given, {@code Resolver}
 * asks the repositories, and what it finds goes to the class path of the cells through {@link
 * dev.lungo.kernel.magic.MagicHost}. The user's own settings.xml, mirrors and local repository are
 * used through MIMA.
 */
package dev.lungo.kernel.maven;
