package org.nasworkbench.experiment.reproduce;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One table of a run beside the same made again.
 *
 * @param table trials, finals, summary or correlations
 * @param recorded rows of the run
 * @param checked how many of them were made again
 * @param identical how many of these are, to the last digit
 * @param within how many differ in scores by the stated tolerance at most
 * @param departures those that differ by more, in the order of the table
 * @param compared columns
 */
public record Part(
        String table,
        int recorded,
        int checked,
        int identical,
        int within,
        List<Departure> departures,
        List<String> compared) {
    public Part {
        departures = List.copyOf(departures);
        compared = List.copyOf(compared);
    }

    /**
     * A row that came out otherwise.
     *
     * @param run what it belongs to: strategy and seed
     * @param row its number in the run, or its own name
     * @param column the first in which it differs
     * @param then what the run recorded
     * @param now what came out
     */
    public record Departure(String run, String row, String column, String then, String now) {}

    /** Rows that differ. */
    public int different() {
        return checked - identical - within;
    }

    /** The first departure of each run: whatever follows in it may follow from that one. */
    public Map<String, Departure> firsts() {
        Map<String, Departure> firsts = new LinkedHashMap<>();
        departures.forEach(departure -> firsts.putIfAbsent(departure.run(), departure));
        return firsts;
    }
}
