package org.nasworkbench.experiment.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of a document that quote a run. A comment right before a table marks it:
 *
 * <pre>{@code
 * <!-- from results/reference/x/summary.csv: strategy = type; test mIoU = mean ± sd of final_score; search time = mean of cost_device_s -->
 * }</pre>
 *
 * <p>Labels are heads of columns, or the first cells of rows up to a bracket. A column with a rule holds numbers of the rows that
 * have the row's label in the source's first column, or in the one that the first head is said to be; {@code evolution = strategy
 * is evolution} picks them in another way. Every cell is held against the source at the precision with which it is printed.
 */
public final class QuotedTables {
    private static final Pattern MARK = Pattern.compile("(?s)<!-- from (\\S+): (.*?) -->");

    private QuotedTables() {}

    /**
     * Checks the tables of a document whose source lies somewhere.
     *
     * @param source which sources
     * @throws IllegalArgumentException if a mark says what cannot be, with its place
     */
    public static Verification of(Path document, Predicate<Path> source) throws IOException {
        List<Mismatch> mismatches = new ArrayList<>();
        int tables = 0;
        int numbers = 0;
        for (QuotedTable table : read(document)) {
            if (source.test(table.source())) {
                QuotedTable.Outcome outcome = table.check();
                mismatches.addAll(outcome.mismatches());
                numbers += outcome.numbers();
                tables++;
            }
        }
        return tables == 0
                ? new Verification(List.of(), List.of(), List.of(document + " has no table that is marked to quote it"))
                : new Verification(
                        mismatches,
                        List.of("%s: %d numbers in %d tables".formatted(document, numbers, tables)),
                        List.of());
    }

    private static List<QuotedTable> read(Path document) throws IOException {
        String text = Files.readString(document);
        List<QuotedTable> tables = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            if (isCode(text, mark.start())) {
                continue;
            }
            int line = line(text, mark.start());
            Path source =
                    document.toAbsolutePath().resolveSibling(mark.group(1)).normalize();
            if (!Files.exists(source)) {
                throw new IllegalArgumentException("a mark must name a file that is there, but " + mark.group(1)
                        + " is not (" + document + ":" + line + ")");
            }
            List<String> table = text.substring(mark.end())
                    .stripLeading()
                    .lines()
                    .takeWhile(row -> row.startsWith("|"))
                    .toList();
            int first = line(text, text.indexOf('|', mark.end()));
            tables.add(QuotedTable.of(
                    document, line, source, meanings(mark.group(2), document + ":" + line), table, first));
        }
        return tables;
    }

    /** Whether a place is between fences: a mark there is an example of one. */
    private static boolean isCode(String text, int at) {
        return text.substring(0, at)
                                .lines()
                                .filter(line -> line.startsWith("```"))
                                .count()
                        % 2
                == 1;
    }

    private static int line(String text, int at) {
        return 1
                + (int) text.substring(0, Math.max(0, at))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private static Map<String, Quotation> meanings(String text, String place) {
        Map<String, Quotation> meanings = new LinkedHashMap<>();
        for (String part : text.replaceAll("\\s+", " ").strip().split("; ?")) {
            int equals = part.indexOf('=');
            Quotation quotation = equals < 1
                    ? null
                    : Quotation.read(part.substring(equals + 1).strip()).orElse(null);
            if (quotation == null) {
                throw new IllegalArgumentException("a mark must read label = column, label = mean ± sd of column, or"
                        + " label = column is value, but has '" + part + "' (" + place + ")");
            }
            meanings.put(part.substring(0, equals).strip(), quotation);
        }
        return meanings;
    }
}
