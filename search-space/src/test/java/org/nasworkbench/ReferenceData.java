package org.nasworkbench;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Measurements that are not shipped: files in a folder that NAS_REFERENCE_DATA or -Dnas.reference.data names. */
public final class ReferenceData {
    private ReferenceData() {}

    /** A file of the folder; the test is skipped where there is none. */
    public static Path file(String name) {
        Optional<Path> file = Optional.ofNullable(
                        System.getProperty("nas.reference.data", System.getenv("NAS_REFERENCE_DATA")))
                .map(folder -> Path.of(folder, name))
                .filter(Files::exists);
        assumeTrue(file.isPresent(), () -> "NAS_REFERENCE_DATA must name a folder with " + name);
        return file.get();
    }
}
