package dev.lungo.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.tools.JavaFileManager.Location;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What compilers are told of the JDK's packages, beside what javac finds itself. */
class JdkPackagesTests {
    private final StandardJavaFileManager javac =
            ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);

    @AfterEach
    void close() throws IOException {
        javac.close();
    }

    @Test
    void have_the_classes_that_javac_finds() throws IOException {
        for (String each : new String[] {"java.lang", "java.util", "java.util.function", "java"}) {
            Location module = module("java.base");
            Set<String> expected = new HashSet<>();
            for (JavaFileObject file : javac.list(module, each, Set.of(Kind.CLASS), false)) {
                expected.add(javac.inferBinaryName(module, file));
            }
            assertThat(JdkPackages.list(javac, module, each).orElseThrow())
                    .extracting(file -> ((JdkClass) file).binaryName())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void have_the_bytes_of_a_class() throws IOException {
        JavaFileObject entry =
                JdkPackages.list(javac, module("java.base"), "java.util").orElseThrow().stream()
                        .filter(file -> file.isNameCompatible("Map$Entry", Kind.CLASS))
                        .findFirst()
                        .orElseThrow();
        try (var ours = entry.openInputStream();
                var loaded = Object.class.getResourceAsStream("/java/util/Map$Entry.class")) {
            assertThat(ours).hasSameContentAs(loaded);
        }
        assertThat(entry.toUri()).hasToString("jrt:/java.base/java/util/Map$Entry.class");
    }

    @Test
    void are_not_known_for_other_locations() {
        assertThat(JdkPackages.list(javac, StandardLocation.CLASS_PATH, "java.util")).isEmpty();
        assertThat(JdkPackages.list(javac, new Elsewhere(), "java.util")).isEmpty();
    }

    private Location module(String name) throws IOException {
        return javac.getLocationForModule(StandardLocation.SYSTEM_MODULES, name);
    }

    private static final class Elsewhere implements Location {
        @Override
        public String getName() {
            return "elsewhere";
        }

        @Override
        public boolean isOutputLocation() {
            return false;
        }
    }
}
