package org.nasworkbench.experiment.reproduce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nasworkbench.results.FactCsv;

/**
 * Compares tables row by row. What is measured, such as device-seconds and times of day, is never compared; scores may differ by a
 * tolerance; all else is compared as text, which for numbers means to the last digit.
 *
 * @param simulated whether credit is by a table's record, and so no measurement
 * @param tolerance of scores, which are fractions in [0, 1]
 */
record TableComparison(boolean simulated, double tolerance) {
    private static final List<String> SCORES = List.of("search_score", "final_score", "objective");

    /** What an early version called a column. */
    private static final Map<String, String> ONCE = Map.of("test_miou", "final_score");

    /**
     * Compares a table with what was made again of it.
     *
     * @param keys the columns that name a row
     * @param whole whether rows of one table alone are departures; else only those count that were made again
     */
    Part compare(String name, FactCsv then, FactCsv now, List<String> keys, boolean whole) {
        Map<List<String>, FactCsv.Row> again = new LinkedHashMap<>();
        now.rows().forEach(row -> again.put(key(row, keys), row));
        List<String> columns = compared(then, now, keys);
        List<Part.Departure> departures = new ArrayList<>();
        int checked = 0;
        int identical = 0;
        for (FactCsv.Row row : then.rows()) {
            List<String> key = key(row, keys);
            FactCsv.Row other = again.remove(key);
            if (other == null && !whole) {
                continue;
            }
            checked++;
            if (other == null) {
                departures.add(departure(key, "row", "there", "not there"));
            } else if (columns.stream().allMatch(column -> row.text(column).equals(other.text(now(column))))) {
                identical++;
            } else {
                differing(row, other, columns)
                        .ifPresent(column ->
                                departures.add(departure(key, column, row.text(column), other.text(now(column)))));
            }
        }
        int matched = checked;
        again.keySet().forEach(key -> departures.add(departure(key, "row", "not there", "there")));
        return new Part(
                name,
                then.rows().size(),
                matched + again.size(),
                identical,
                matched + again.size() - identical - departures.size(),
                departures,
                columns);
    }

    private Optional<String> differing(FactCsv.Row row, FactCsv.Row other, List<String> columns) {
        return columns.stream()
                .filter(column -> !near(column, row.text(column), other.text(now(column))))
                .findFirst();
    }

    private boolean near(String column, String then, String now) {
        if (then.equals(now)) {
            return true;
        }
        boolean score = SCORES.contains(now(column)) || column.startsWith("test_");
        return score
                && !then.isEmpty()
                && !now.isEmpty()
                && Math.abs(Double.parseDouble(then) - Double.parseDouble(now)) <= tolerance;
    }

    /** Columns that both have and that are not measured. */
    private List<String> compared(FactCsv then, FactCsv now, List<String> keys) {
        return then.header().stream()
                .filter(column -> !keys.contains(column) && now.header().contains(now(column)))
                .filter(column -> !measured(column))
                .toList();
    }

    private boolean measured(String column) {
        boolean recorded = column.startsWith("simulated_") || simulated && column.equals("credit_device_s");
        return column.endsWith("device_s") && !recorded || column.endsWith("epoch_ms") || column.equals("failure");
    }

    private static String now(String column) {
        return ONCE.getOrDefault(column, column);
    }

    private static List<String> key(FactCsv.Row row, List<String> keys) {
        return keys.stream().map(row::text).toList();
    }

    private static Part.Departure departure(List<String> key, String column, String then, String now) {
        String run = Stream.of(key.get(0), key.get(1)).collect(Collectors.joining(" seed "));
        String row = key.size() > 2 ? key.get(2) : "";
        return new Part.Departure(run, row, column, then, now);
    }
}
