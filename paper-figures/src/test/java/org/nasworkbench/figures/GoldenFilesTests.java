package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures are the same bytes as those committed, whatever machine draws them. {@code -Dgolden.renew=true} writes the committed ones anew. */
class GoldenFilesTests {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "org", "nasworkbench", "figures", "golden");

    @TempDir
    Path drawn;

    @BeforeAll
    static void renewWhereAskedTo() throws IOException {
        if (Boolean.getBoolean("golden.renew")) {
            GoldenDrawings.write(GOLDEN);
        }
    }

    @Test
    void figuresAreTheCommittedBytes() throws IOException {
        GoldenDrawings.write(drawn);
        assertSame();
    }

    @ParameterizedTest
    @CsvSource({"de,DE,Pacific/Auckland", "ar,EG,America/St_Johns"})
    void anotherLocaleAndTimeZoneGiveTheSameBytes(String language, String country, String zone) throws Exception {
        draw(Path.of(System.getProperty("java.home")), language, country, zone);
        assertSame();
    }

    @Test
    void anotherJdkGivesTheSameBytes() throws Exception {
        Optional<Path> other = otherJdk();
        assumeTrue(
                other.isPresent(),
                "no JDK of another version is in /usr/lib/jvm, nor named by -Dother.jdk=FOLDER: not compared");
        draw(other.get(), "ar", "EG", "America/St_Johns");
        assertSame();
    }

    private void assertSame() throws IOException {
        assertEquals(names(GOLDEN), names(drawn));
        List<String> other = new ArrayList<>();
        for (String name : names(GOLDEN)) {
            if (Files.mismatch(GOLDEN.resolve(name), drawn.resolve(name)) >= 0) {
                other.add(name);
            }
        }
        assertTrue(
                other.isEmpty(),
                () -> other
                        + " differ from src/test/resources/.../golden; if that is meant, look at them and renew those with"
                        + " ./mvnw -pl paper-figures -am test -Dtest=GoldenFilesTests -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -Dgolden.renew=true");
    }

    private static TreeSet<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            TreeSet<String> names = new TreeSet<>();
            files.forEach(file -> names.add(file.getFileName().toString()));
            return names;
        }
    }

    private void draw(Path jdk, String language, String country, String zone) throws Exception {
        Process process = new ProcessBuilder(
                        jdk.resolve("bin").resolve("java").toString(),
                        "-Djava.awt.headless=true",
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "-Duser.timezone=" + zone,
                        "-cp",
                        System.getProperty("java.class.path"),
                        GoldenDrawings.class.getName(),
                        drawn.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        drawn.resolveSibling(drawn.getFileName() + ".log").toFile())
                .start();
        try {
            assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it must be done in minutes");
            assertEquals(0, process.exitValue(), () -> log());
        } finally {
            process.destroyForcibly();
        }
    }

    private String log() {
        try {
            return Files.readString(drawn.resolveSibling(drawn.getFileName() + ".log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** A JDK of another version than this one. */
    private static Optional<Path> otherJdk() throws IOException {
        if (System.getProperty("other.jdk") != null) {
            return Optional.of(Path.of(System.getProperty("other.jdk")));
        }
        Path known = Path.of(File.separator, "usr", "lib", "jvm");
        if (!Files.isDirectory(known)) {
            return Optional.empty();
        }
        try (Stream<Path> folders = Files.list(known)) {
            return folders.sorted().filter(GoldenFilesTests::isOther).findFirst();
        }
    }

    private static boolean isOther(Path jdk) {
        Path release = jdk.resolve("release");
        try {
            return Files.isExecutable(jdk.resolve("bin").resolve("java"))
                    && Files.exists(release)
                    && Files.readAllLines(release).stream()
                            .filter(line -> line.startsWith("JAVA_VERSION="))
                            .noneMatch(line -> line.startsWith(
                                    "JAVA_VERSION=\"" + Runtime.version().feature() + "."));
        } catch (IOException e) {
            return false;
        }
    }
}
