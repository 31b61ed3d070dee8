package org.nasworkbench.results;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Latencies of networks that were found for one platform, on all platforms. In a file, a row for each pair with the columns
 * {@code found_for,timed_on,latency_per_limit}, and others.
 *
 * @param platforms by name
 * @param ratios [found for][timed on]: latency relative to the limit of the platform that it was timed on, 0 or more; NaN where nothing
 *     was found
 */
public record LatencyMatrix(List<String> platforms, double[][] ratios) {
    private static final String FOUND_FOR = "found_for";
    private static final String TIMED_ON = "timed_on";
    private static final String RATIO = "latency_per_limit";

    public LatencyMatrix {
        platforms = List.copyOf(platforms);
        if (platforms.isEmpty()) {
            throw new IllegalArgumentException("a matrix of latencies must be of one platform or more, but is of none");
        }
        for (double[] row : ratios) {
            for (double ratio : row) {
                if (ratio < 0 || Double.isInfinite(ratio)) {
                    throw new IllegalArgumentException(
                            "a latency relative to a limit must be 0 or more, but was " + ratio);
                }
            }
        }
    }

    /** How many platforms. */
    public int size() {
        return platforms.size();
    }

    /** Whether a file holds a matrix. */
    public static boolean in(FactCsv file) {
        return file.header().containsAll(List.of(FOUND_FOR, TIMED_ON, RATIO));
    }

    /**
     * Reads a matrix out of a file that {@link #in holds} one, platforms in the order in which networks were found for them.
     *
     * @throws IllegalArgumentException where a pair of platforms is missing or there twice
     */
    public static LatencyMatrix of(FactCsv file) {
        Set<String> names = new LinkedHashSet<>();
        file.rows().forEach(row -> names.add(row.text(FOUND_FOR)));
        List<String> platforms = List.copyOf(names);
        double[][] ratios = new double[platforms.size()][platforms.size()];
        boolean[][] there = new boolean[platforms.size()][platforms.size()];
        for (FactCsv.Row row : file.rows()) {
            int from = platforms.indexOf(row.text(FOUND_FOR));
            int on = platforms.indexOf(row.text(TIMED_ON));
            if (on < 0 || there[from][on]) {
                throw new IllegalArgumentException(
                        "a pair of platforms must be there once, and networks be found for both," + " but "
                                + row.text(FOUND_FOR) + " on " + row.text(TIMED_ON) + " is not so (" + row.place()
                                + ")");
            }
            there[from][on] = true;
            ratios[from][on] = row.number(RATIO);
        }
        for (int from = 0; from < platforms.size(); from++) {
            for (int on = 0; on < platforms.size(); on++) {
                if (!there[from][on]) {
                    throw new IllegalArgumentException("a matrix must have a row for each pair of platforms, but "
                            + file.file() + " has none for " + platforms.get(from) + " on " + platforms.get(on));
                }
            }
        }
        return new LatencyMatrix(platforms, ratios);
    }
}
