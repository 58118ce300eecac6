package dev.lungo.kernel.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Builds a Maven repository in a folder. */
final class TestRepository {
    private final Path folder;

    TestRepository(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    Path folder() {
        return folder;
    }

    /** Publishes {@code group:artifact:version}, an empty jar that needs other artifacts. */
    TestRepository jar(String coordinate, String... needs) throws IOException {
        StringBuilder dependencies = new StringBuilder();
        for (String need : needs) {
            dependencies.append(dependency(need, ""));
        }
        return jarWithPom(coordinate, "<dependencies>" + dependencies + "</dependencies>");
    }

    /** Publishes an empty jar whose POM has this content. */
    TestRepository jarWithPom(String coordinate, String content) throws IOException {
        pom(coordinate, "jar", content);
        return file(coordinate, "", new TestJars(folder).empty("new.jar"));
    }

    /** Publishes a jar with one class that has a method {@code version()}. */
    TestRepository jarWithClass(String coordinate, String className) throws IOException {
        String version = coordinate.split(":")[2];
        pom(coordinate, "jar", "");
        return file(coordinate, "", new TestJars(folder).jar("new.jar", className, version));
    }

    /** Publishes a further jar of an artifact, for example of a platform. */
    TestRepository classifier(String coordinate, String classifier) throws IOException {
        return file(coordinate, "-" + classifier, new TestJars(folder).empty("new.jar"));
    }

    /** Publishes a POM without a jar. */
    TestRepository pom(String coordinate, String packaging, String content) throws IOException {
        String[] names = coordinate.split(":");
        Files.writeString(
                place(coordinate, "", "pom"),
                """
                <project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId>
                <artifactId>%s</artifactId><version>%s</version><packaging>%s</packaging>%s</project>
                """
                        .formatted(names[0], names[1], names[2], packaging, content));
        return this;
    }

    /** A dependency of a POM; {@code more} is put behind the coordinates. */
    static String dependency(String coordinate, String more) {
        String[] names = coordinate.split(":");
        String version = names.length > 2 ? "<version>" + names[2] + "</version>" : "";
        return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>%s%s</dependency>"
                .formatted(names[0], names[1], version, more);
    }

    Path place(String coordinate, String suffix, String ending) throws IOException {
        String[] names = coordinate.split(":");
        Path home = folder.resolve(names[0].replace('.', '/')).resolve(names[1]).resolve(names[2]);
        return Files.createDirectories(home)
                .resolve(names[1] + "-" + names[2] + suffix + "." + ending);
    }

    private TestRepository file(String coordinate, String suffix, Path jar) throws IOException {
        Files.move(jar, place(coordinate, suffix, "jar"), StandardCopyOption.REPLACE_EXISTING);
        return this;
    }
}
