package org.nasworkbench.latency;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.work.WholeFile;

/**
 * A latency table as a file that people can read and that tells when it was altered: facts as {@code # name: value} lines, then
 * {@code place,option,latency_ms,low_ms,high_ms,repeats,crc32}. Files of the first version, which have no checksums, are read too.
 */
public final class LatencyTableFile {
    private LatencyTableFile() {}

    /** Writes a table, all at once: the file is complete or not there. */
    public static void write(LatencyTable table, Path file) throws IOException {
        WholeFile.write(file, String.join("\n", LatencyTableText.print(table)) + "\n");
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException naming what is wrong and its line
     */
    public static LatencyTable read(Path file) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a latency table must be text in UTF-8, but " + file + " is not", e);
        }
        return new LatencyTableReader(file.toString(), lines).read();
    }

    /** The name under which a study keeps the table of a space and platform. */
    public static String nameFor(ChainSpace space, PlatformChoice platform) {
        return LatencyBuild.fingerprint(space).replace(' ', '_') + "_" + platform.fileName() + ".csv";
    }
}
