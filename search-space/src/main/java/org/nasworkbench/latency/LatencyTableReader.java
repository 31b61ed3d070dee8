package org.nasworkbench.latency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the lines of a latency table; what is wrong is named with its line. */
final class LatencyTableReader {
    private static final Pattern FACT = Pattern.compile("# ([^:]+): (.*)");
    private static final Pattern TIMES = Pattern.compile("place,option,(?:projected_)?latency_([^,]*),.*");
    private static final Pattern CHECK = Pattern.compile("(?:(.+)-)?check-networks");

    private final String file;
    private final List<String> lines;
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Map<LatencyKey, Timing> entries = new LinkedHashMap<>();
    private boolean sealed;
    private String header;
    private int line;

    LatencyTableReader(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Reads all.
     *
     * @throws IllegalArgumentException stating the rule, what stands there instead, and where
     */
    LatencyTable read() {
        try {
            for (line = 1; line <= lines.size(); line++) {
                read(lines.get(line - 1));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " (" + file + ":" + line + ")");
        }
        try {
            return table();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " (" + file + ")");
        }
    }

    private void read(String text) {
        Matcher fact = FACT.matcher(text);
        if (fact.matches() && header == null) {
            if (facts.put(fact.group(1), fact.group(2)) != null) {
                throw new IllegalArgumentException("a fact must be told once, but " + fact.group(1) + " is told twice");
            }
            if (fact.group(1).equals(LatencyTableText.FORMAT)) {
                sealed = fact.group(2).equals(LatencyTableText.VERSION) && line == 1;
                require(
                        sealed,
                        "a latency table must be of format " + LatencyTableText.VERSION + " or without a format",
                        text);
            }
        } else if (header == null) {
            readHeader(text);
        } else {
            readRow(text);
        }
    }

    private void readHeader(String text) {
        Matcher times = TIMES.matcher(text);
        if (times.matches()) {
            require(
                    times.group(1).equals("ms"),
                    "times must be in milliseconds, latency_ms",
                    "latency_" + times.group(1));
        }
        boolean projected = LatencyTable.PROJECTED.equals(facts.get("times"));
        String expected = LatencyTableText.header(projected) + (sealed ? LatencyTableText.CHECKSUM : "");
        require(text.equals(expected), "the columns of a latency table must be '" + expected + "'", text);
        header = text;
    }

    private void readRow(String row) {
        String content = row;
        if (sealed) {
            int end = Math.max(0, row.lastIndexOf(','));
            content = row.substring(0, end);
            String expected = LatencyTableText.crc(content);
            require(
                    row.substring(end).equals("," + expected),
                    "a row must be as it was measured, with the checksum " + expected,
                    row);
        }
        String[] cells = content.split(",", -1);
        require(cells.length == 6, "a row must have 6 cells besides its checksum", row);
        double[] numbers = new double[3];
        for (int i = 0; i < 3; i++) {
            numbers[i] = LatencyTableText.number(cells[2 + i]);
        }
        require(cells[5].matches("[0-9]{1,9}"), "repeats must be a whole number", cells[5]);
        LatencyKey key = new LatencyKey(cells[0], cells[1]);
        Timing timing = new Timing(numbers[0], numbers[1], numbers[2], Integer.parseInt(cells[5]));
        require(entries.put(key, timing) == null, "a block must have one row", key + " again");
    }

    private LatencyTable table() {
        require(header != null, "a latency table must have the columns '" + LatencyTableText.ROWS + "'", "without");
        if (sealed) {
            List<String> others = new ArrayList<>(lines);
            String stated = "# " + LatencyTableText.DIGEST + ": " + facts.get(LatencyTableText.DIGEST);
            others.remove(stated);
            require(
                    LatencyTableText.digest(others).equals(facts.get(LatencyTableText.DIGEST)),
                    "a latency table must be as it was written, but its facts were altered or rows left out: the SHA-256 of"
                            + " its other lines must be the one it states",
                    facts.get(LatencyTableText.DIGEST));
        }
        facts.remove(LatencyTableText.FORMAT);
        facts.remove(LatencyTableText.DIGEST);
        double base = number("line-base-ms");
        double slope = number("line-slope");
        Map<String, Double> families = new LinkedHashMap<>();
        for (String name : List.copyOf(facts.keySet())) {
            if (name.startsWith("line-slope-")) {
                families.put(name.substring("line-slope-".length()), number(name));
            }
        }
        LatencyCheck main = check("");
        Map<String, LatencyCheck> further = new LinkedHashMap<>();
        for (String name : List.copyOf(facts.keySet())) {
            Matcher check = CHECK.matcher(name);
            if (check.matches()) {
                further.put(check.group(1), check(check.group(1) + "-"));
            }
        }
        return new LatencyTable(facts, entries, new LatencyLine(base, slope, families), main, further);
    }

    private LatencyCheck check(String prefix) {
        return new LatencyCheck(
                (int) number(prefix + "check-networks"),
                number(prefix + "check-mean-absolute-error"),
                number(prefix + "check-bias"),
                optional(prefix + "check-within-5-percent"),
                number(prefix + "check-within-10-percent"),
                optional(prefix + "check-spearman"),
                optional(prefix + "check-kendall"),
                optional(prefix + "check-error-per-block"));
    }

    private double optional(String name) {
        return facts.containsKey(name) ? number(name) : Double.NaN;
    }

    private double number(String name) {
        String text = facts.remove(name);
        require(text != null, "a latency table must say '# " + name + ": ...'", "silent");
        return LatencyTableText.number(text);
    }

    private static void require(boolean holds, String rule, String value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but was '" + value + "'");
        }
    }
}
