package org.nasworkbench.latency;

import java.util.Map;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.statistics.Quantile;

/** Whether a table is one for a space, and can be what it says it is. */
public final class SpaceMatch {
    /** The fact that is the genotype of the reference network. */
    static final String REFERENCE = "reference";

    /** The fact that is the reference network's measured time. */
    static final String REFERENCE_MILLIS = "reference-ms";

    /** No call of a runtime takes less. */
    private static final double LEAST_MILLIS = 0.0005;

    /** A table may miss its own reference network by so much before it is taken to be in another unit. */
    private static final double LARGEST_FACTOR = 5;

    private SpaceMatch() {}

    /**
     * Predictions for a space.
     *
     * @param where the table is, for messages
     * @throws IllegalArgumentException if the table is for another space, size, width or number of classes, lacks an entry, or has times
     *     that cannot be milliseconds
     */
    public static TableLatency of(ChainSpace space, LatencyTable table, String where) {
        String found = table.facts().getOrDefault("space", "nothing that it names");
        String expected = LatencyBuild.fingerprint(space);
        if (!found.equals(expected)) {
            throw new IllegalArgumentException("a latency table must be for " + expected + ", but " + where + " is for "
                    + found + ": " + difference(space, table, found.split(" "), expected.split(" ")));
        }
        TableLatency latency = new TableLatency(space, table);
        requireMilliseconds(space, table, latency, where);
        return latency;
    }

    private static String difference(ChainSpace space, LatencyTable table, String[] found, String[] expected) {
        if (found.length != 3 || !found[0].equals(expected[0])) {
            return "another space";
        }
        if (!found[2].equals(expected[2])) {
            return "another input size";
        }
        String classes = table.facts().get("classes");
        return classes != null && !classes.equals(Integer.toString(space.classes()))
                ? "another number of classes, " + classes
                : "the same name and input, but another width, number of blocks or of classes";
    }

    private static void requireMilliseconds(ChainSpace space, LatencyTable table, TableLatency latency, String where) {
        double[] times = table.entries().values().stream()
                .mapToDouble(Timing::millis)
                .filter(millis -> millis > 0)
                .toArray();
        if (!table.projected() && times.length > 0 && Quantile.of(0.5, times) < LEAST_MILLIS) {
            throw new IllegalArgumentException("times of blocks must be milliseconds, but half of those of " + where
                    + " are below " + LEAST_MILLIS + " ms, which is less than a call takes; are they seconds?");
        }
        Map<String, String> facts = table.facts();
        if (facts.containsKey(REFERENCE) && facts.containsKey(REFERENCE_MILLIS)) {
            Architecture reference = space.parse(facts.get(REFERENCE));
            double measured = LatencyTableText.number(facts.get(REFERENCE_MILLIS));
            double predicted = latency.of(reference).millis();
            if (!(predicted < measured * LARGEST_FACTOR && predicted > measured / LARGEST_FACTOR)) {
                throw new IllegalArgumentException(
                        "a latency table must predict its own reference network, but " + where
                                + " says " + predicted + " ms where " + measured
                                + " ms were measured; are its times in another unit?");
            }
        }
    }
}
