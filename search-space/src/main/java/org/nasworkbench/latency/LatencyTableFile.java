package org.nasworkbench.latency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.space.ChainSpace;

/**
 * A latency table as a file that people can read: facts as {@code # name: value} lines, then
 * {@code place,option,latency_ms,low_ms,high_ms,repeats}.
 */
public final class LatencyTableFile {
    private static final String HEADER = "place,option,latency_ms,low_ms,high_ms,repeats";

    private LatencyTableFile() {}

    /** Writes a table, all at once: the file is complete or not there. */
    public static void write(LatencyTable table, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        table.facts().forEach((name, value) -> lines.add("# " + name + ": " + value));
        lines.add("# line-base-ms: " + table.line().baseMillis());
        lines.add("# line-slope: " + table.line().slope());
        LatencyCheck check = table.check();
        lines.add("# check-networks: " + check.networks());
        lines.add("# check-mean-absolute-error: " + check.meanAbsoluteError());
        lines.add("# check-bias: " + check.bias());
        lines.add("# check-within-10-percent: " + check.within10());
        lines.add("# check-spearman: " + check.spearman());
        lines.add(HEADER);
        table.entries()
                .forEach((key, timing) -> lines.add(key.place() + "," + key.option() + "," + timing.millis() + ","
                        + timing.low() + "," + timing.high() + "," + timing.repeats()));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".part");
        Files.write(temporary, lines);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads a table.
     *
     * @throws IllegalArgumentException naming the line that is wrong
     */
    public static LatencyTable read(Path file) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        Map<LatencyKey, Timing> entries = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            try {
                if (line.startsWith("# ")) {
                    String[] fact = line.substring(2).split(": ", 2);
                    facts.put(fact[0], fact[1]);
                } else if (!line.equals(HEADER)) {
                    String[] cells = line.split(",");
                    if (cells.length != 6) {
                        throw new IllegalArgumentException("a row must have 6 cells, but has " + cells.length);
                    }
                    Timing timing = new Timing(
                            Double.parseDouble(cells[2]),
                            Double.parseDouble(cells[3]),
                            Double.parseDouble(cells[4]),
                            Integer.parseInt(cells[5]));
                    entries.put(new LatencyKey(cells[0], cells[1]), timing);
                }
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException("a latency table must read '" + HEADER + "', but " + file + ":"
                        + (i + 1) + " is '" + line + "': " + e.getMessage());
            }
        }
        LatencyLine line = new LatencyLine(number(facts, "line-base-ms", file), number(facts, "line-slope", file));
        LatencyCheck check = new LatencyCheck(
                (int) number(facts, "check-networks", file),
                number(facts, "check-mean-absolute-error", file),
                number(facts, "check-bias", file),
                number(facts, "check-within-10-percent", file),
                number(facts, "check-spearman", file));
        return new LatencyTable(facts, entries, line, check);
    }

    /** The name under which a study keeps the table of a space and platform. */
    public static String nameFor(ChainSpace space, PlatformChoice platform) {
        return LatencyBuild.fingerprint(space).replace(' ', '_') + "_" + platform.fileName() + ".csv";
    }

    private static double number(Map<String, String> facts, String name, Path file) {
        String text = facts.remove(name);
        if (text == null) {
            throw new IllegalArgumentException(
                    "a latency table must say '# " + name + ": ...', but " + file + " does not");
        }
        return Double.parseDouble(text);
    }
}
