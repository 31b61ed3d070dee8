package org.nasworkbench.results;

import java.util.Comparator;

/** Names a run: one strategy with one seed. */
public record RunKey(String strategy, long seed) implements Comparable<RunKey> {
    private static final Comparator<RunKey> BY_NAME =
            Comparator.comparing(RunKey::strategy).thenComparing(RunKey::seed);

    boolean is(String otherStrategy, long otherSeed) {
        return seed == otherSeed && strategy.equals(otherStrategy);
    }

    @Override
    public int compareTo(RunKey other) {
        return BY_NAME.compare(this, other);
    }

    @Override
    public String toString() {
        return strategy + " seed " + seed;
    }
}
