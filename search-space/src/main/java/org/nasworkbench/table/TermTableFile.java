package org.nasworkbench.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.latency.fitted.TermTable;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.NetworkSpace;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.table.TableDefinition.Bounds;
import org.nasworkbench.table.TableDefinition.Unit;
import org.nasworkbench.work.WholeFile;

/**
 * A {@link TermTable} as a file that people can read: facts as {@code # name: value} lines, then {@code decision,option,latency_ms}; a
 * cell is empty where a term is not known. It is for any space. Latency tables of chains are another format since they
 * hold what was measured, blocks by place with their intervals and the line through whole networks, of which terms are the outcome.
 */
public final class TermTableFile {
    private static final String SPACE = "space";
    private static final String BASE = "base-ms";
    private static final List<String> WORDS = List.of("decision", "option");
    private static final String MILLIS = "latency_ms";

    private TermTableFile() {}

    /** What is in a file. */
    public record Content(Map<String, String> facts, TermTable table) {}

    /**
     * Writes a table, all at once: the file is complete or not there.
     *
     * @param facts where the terms come from; that of the space is added
     */
    public static void write(SearchSpace space, Map<String, String> facts, TermTable table, Path file)
            throws IOException {
        StringWriter text = new StringWriter();
        text.write("# " + SPACE + ": " + identity(space) + "\n");
        facts.forEach((name, value) -> text.write("# " + name + ": " + value.replaceAll("\\R", " ") + "\n"));
        text.write("# " + BASE + ": " + table.baseMillis() + "\n");
        try (CsvWriter rows =
                CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.writeRecord(WORDS.get(0), WORDS.get(1), MILLIS);
            for (int d = 0; d < table.terms().length; d++) {
                Decision decision = table.decisions().get(d);
                for (int option = 0; option < decision.size(); option++) {
                    double millis = table.terms()[d][option];
                    rows.writeRecord(
                            decision.name(),
                            decision.options().get(option),
                            Double.isNaN(millis) ? "" : Double.toString(millis));
                }
            }
        }
        WholeFile.write(file, text.toString());
    }

    /**
     * Reads a table.
     *
     * @throws InvalidTableException listing every bad row
     */
    public static Content read(Path file) throws IOException {
        Map<String, String> facts = facts(file);
        RawTable raw =
                TableReader.readBelowFacts(new TableSource.File(file), WORDS, Map.of(MILLIS, Bounds.of(Unit.RANGE)));
        Map<String, List<String>> options = new LinkedHashMap<>();
        Map<String, List<Double>> terms = new LinkedHashMap<>();
        for (int row = 0; row < raw.rows(); row++) {
            String decision = raw.words().get(WORDS.get(0)).get(row);
            options.computeIfAbsent(decision, name -> new ArrayList<>())
                    .add(raw.words().get(WORDS.get(1)).get(row));
            terms.computeIfAbsent(decision, name -> new ArrayList<>())
                    .add(raw.numbers().get(MILLIS)[row]);
        }
        List<Decision> decisions = options.entrySet().stream()
                .map(entry -> new Decision(entry.getKey(), entry.getValue()))
                .toList();
        double[][] rows = terms.values().stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new);
        return new Content(facts, new TermTable(decisions, base(facts, file), rows));
    }

    /**
     * The latency that a file's terms sum up to.
     *
     * @throws IllegalArgumentException if the file is for another space
     */
    public static AdditiveLatency latency(Path file, SearchSpace space) throws IOException {
        Content content = read(file);
        String found = content.facts().getOrDefault(SPACE, "an unknown space");
        if (!found.equals(identity(space))) {
            throw new IllegalArgumentException(
                    "a table of terms must be for " + identity(space) + ", but " + file + " is for " + found);
        }
        return content.table().latency(space);
    }

    /** The name of a space; with input and classes, where these are not as published. */
    private static String identity(SearchSpace space) {
        boolean changed = space instanceof NetworkSpace
                && !space.equals(KnownSpaces.space(space.name(), KnownSpaces.Changes.NONE));
        return changed
                ? space.name() + " " + ((NetworkSpace) space).input() + ", " + ((NetworkSpace) space).classes()
                        + " classes"
                : space.name();
    }

    private static Map<String, String> facts(Path file) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null && line.startsWith("# "); line = lines.readLine()) {
                String[] fact = line.substring(2).split(": ", 2);
                facts.put(fact[0], fact.length == 2 ? fact[1] : "");
            }
        }
        return facts;
    }

    private static double base(Map<String, String> facts, Path file) {
        String text = facts.remove(BASE);
        try {
            return Double.parseDouble(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw new InvalidTableException(
                    file.toString(),
                    List.of("a table of terms must say '# " + BASE + ": NUMBER', but has "
                            + (text == null ? "no such line" : "'" + text + "'")));
        }
    }
}
