package dev.lungo.kernel.maven;

import dev.lungo.kernel.magic.MagicException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.ArtifactType;
import org.eclipse.aether.artifact.ArtifactTypeRegistry;
import org.eclipse.aether.artifact.DefaultArtifact;

/** Reads artifacts as notebooks write them: Maven's form and Ivy's. */
final class Coordinate {
    /** Maven's form, for messages. */
    static final String FORM = "group:artifact[:packaging[:classifier]]:version";

    private static final Pattern IVY = Pattern.compile("([^:#;\\s]+)#([^:#;\\s]+);([^:#;\\s]+)");

    private Coordinate() {}

    /**
     * The artifact that {@code text} names.
     *
     * @param types what packagings such as {@code bundle} mean for the name of the file
     */
    static Artifact artifact(String text, ArtifactTypeRegistry types) {
        Matcher ivy = IVY.matcher(text);
        String coordinate =
                ivy.matches()
                        ? ivy.group(1) + ":" + ivy.group(2) + ":" + version(ivy.group(3))
                        : text;
        try {
            return withType(new DefaultArtifact(coordinate), types);
        } catch (IllegalArgumentException e) {
            throw new MagicException(
                    "%maven: " + text + " is not an artifact. Write it " + FORM + ".");
        }
    }

    /** What Ivy calls its changing revisions, in Maven's words. */
    private static String version(String revision) {
        return switch (revision) {
            case "latest.release" -> "RELEASE";
            case "latest.integration" -> "LATEST";
            default ->
                    revision.endsWith(".+")
                            ? "["
                                    + revision.substring(0, revision.length() - 2)
                                    + ".0,"
                                    + revision.substring(0, revision.length() - 1)
                                    + "999999)"
                            : revision;
        };
    }

    private static Artifact withType(Artifact artifact, ArtifactTypeRegistry types) {
        ArtifactType type = types.get(artifact.getExtension());
        if (type == null) {
            return artifact;
        }
        String classifier = artifact.getClassifier();
        return new DefaultArtifact(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                classifier.isEmpty() ? type.getClassifier() : classifier,
                type.getExtension(),
                artifact.getVersion(),
                type);
    }
}
