package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.nasworkbench.experiment.Workbench;
import org.nasworkbench.figures.Figure;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.SearchStrategy;

/**
 * A fingerprint of the workbench's own classes: of what is in its jars, not of the jars, whose bytes tell when they were packed.
 * Equal code built by an equal compiler has an equal one.
 */
final class CodeDigest {
    private static final List<Class<?>> ONE_OF_EACH_MODULE =
            List.of(SearchSpace.class, SearchStrategy.class, StudyStore.class, Figure.class, Workbench.class);

    private CodeDigest() {}

    /** SHA-256 as hexadecimal text. */
    static String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> type : ONE_OF_EACH_MODULE) {
                URI place =
                        type.getProtectionDomain().getCodeSource().getLocation().toURI();
                if (Files.isDirectory(Path.of(place))) {
                    add(Path.of(place), digest);
                } else {
                    try (FileSystem jar = FileSystems.newFileSystem(Path.of(place))) {
                        add(jar.getPath("/"), digest);
                    }
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException("the workbench's own classes could not be read", e);
        } catch (URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256 and names its jars", e);
        }
    }

    private static void add(Path root, MessageDigest digest) throws IOException {
        Path ours = root.resolve("org").resolve("nasworkbench");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(ours)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".class"))
                    .sorted(Comparator.comparing(
                            file -> root.relativize(file).toString().replace('\\', '/')))
                    .toList();
        }
        for (Path file : files) {
            digest.update(Files.readAllBytes(file));
        }
    }
}
