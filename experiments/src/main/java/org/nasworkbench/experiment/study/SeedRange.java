package org.nasworkbench.experiment.study;

import java.util.List;
import java.util.stream.LongStream;

/** Seeds as {@code 1..500}: all from the first to the last. */
record SeedRange(long first, long last) {
    private static final long MOST = 100_000;
    static final String RULE = "must count upwards, and to no more than " + MOST + " seeds";

    /** Reads a text that the schema let pass. */
    static SeedRange of(String text) {
        int dots = text.indexOf("..");
        return new SeedRange(Long.parseLong(text.substring(0, dots)), Long.parseLong(text.substring(dots + 2)));
    }

    boolean isSound() {
        return first <= last && last - first < MOST;
    }

    List<Long> seeds() {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
