package org.nasworkbench.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns of a table that a definition asks for, as they were read.
 *
 * @param words columns of words by name, [rows]
 * @param numbers columns of numbers by name, [rows]; NaN where a cell is empty
 * @param lines where each row stands in its file, [rows]
 */
record RawTable(Map<String, List<String>> words, Map<String, double[]> numbers, int[] lines) {
    int rows() {
        return lines.length;
    }

    /** This table with columns of another, row by row where the key columns hold the same word; NaN where the other has no such row. */
    RawTable with(RawTable other, String key) {
        Map<String, Integer> places = new TreeMap<>();
        List<String> keys = other.words().get(key);
        for (int i = 0; i < keys.size(); i++) {
            places.put(keys.get(i), i);
        }
        Map<String, double[]> joined = new TreeMap<>(numbers);
        other.numbers().forEach((name, theirs) -> {
            double[] column = new double[rows()];
            Arrays.setAll(column, row -> {
                Integer place = places.get(words.get(key).get(row));
                return place == null ? Double.NaN : theirs[place];
            });
            joined.put(name, column);
        });
        return new RawTable(words, joined, lines);
    }
}
