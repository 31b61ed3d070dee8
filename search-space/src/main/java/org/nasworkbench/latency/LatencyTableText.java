package org.nasworkbench.latency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How a latency table is written: facts as {@code # name: value} lines, then rows. Each row ends with its CRC-32, so that the row
 * of an altered digit can be named, and one fact is the SHA-256 of all other lines, so that nothing can be left out or added.
 */
final class LatencyTableText {
    static final String FORMAT = "format";
    static final String VERSION = "2";
    static final String DIGEST = "sha256";
    static final String ROWS = "place,option,latency_ms,low_ms,high_ms,repeats";
    static final String CHECKSUM = ",crc32";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?(E-?[0-9]{1,3})?");

    private LatencyTableText() {}

    static List<String> print(LatencyTable table) {
        List<String> lines = new ArrayList<>();
        lines.add(fact(FORMAT, VERSION));
        table.facts().forEach((name, value) -> lines.add(fact(name, value.replaceAll("\\R", " "))));
        lines.add(fact("line-base-ms", table.line().baseMillis()));
        lines.add(fact("line-slope", table.line().slope()));
        table.line().families().forEach((family, slope) -> lines.add(fact("line-slope-" + family, slope)));
        check("", table.check(), lines);
        table.further().forEach((name, check) -> check(name + "-", check, lines));
        lines.add(header(table.projected()) + CHECKSUM);
        for (Map.Entry<LatencyKey, Timing> entry : table.entries().entrySet()) {
            Timing timing = entry.getValue();
            String row = entry.getKey().place() + "," + entry.getKey().option() + "," + timing.millis() + ","
                    + timing.low() + "," + timing.high() + "," + timing.repeats();
            lines.add(row + "," + crc(row));
        }
        lines.add(1, fact(DIGEST, digest(lines)));
        return lines;
    }

    /** The names of the columns but the checksum. */
    static String header(boolean projected) {
        return projected ? ROWS.replace(",latency_ms", ",projected_latency_ms") : ROWS;
    }

    /** The checksum of a row without its last cell. */
    static String crc(String row) {
        CRC32 crc = new CRC32();
        crc.update(row.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    /** The checksum of all lines. */
    static String digest(List<String> lines) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            lines.forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A number as {@link #print} writes it, and in no other notation. */
    static double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("a number must be digits, but was '" + text + "'");
        }
        return Double.parseDouble(text);
    }

    private static void check(String prefix, LatencyCheck check, List<String> lines) {
        lines.add(fact(prefix + "check-networks", Integer.toString(check.networks())));
        number(prefix + "check-mean-absolute-error", check.meanAbsoluteError(), lines);
        number(prefix + "check-bias", check.bias(), lines);
        number(prefix + "check-within-5-percent", check.within5(), lines);
        number(prefix + "check-within-10-percent", check.within10(), lines);
        number(prefix + "check-spearman", check.spearman(), lines);
        number(prefix + "check-kendall", check.kendall(), lines);
        number(prefix + "check-error-per-block", check.depth(), lines);
    }

    /** What is not known is not written. */
    private static void number(String name, double value, List<String> lines) {
        if (!Double.isNaN(value)) {
            lines.add(fact(name, value));
        }
    }

    private static String fact(String name, double value) {
        return fact(name, Double.toString(value));
    }

    private static String fact(String name, String value) {
        return "# " + name + ": " + value;
    }
}
