package org.nasworkbench.results;

import java.util.Comparator;

/** Which run: a strategy with a seed. */
record RunKey(String strategy, long seed) implements Comparable<RunKey> {
    private static final Comparator<RunKey> BY_NAME =
            Comparator.comparing(RunKey::strategy).thenComparing(RunKey::seed);

    boolean is(String otherStrategy, long otherSeed) {
        return seed == otherSeed && strategy.equals(otherStrategy);
    }

    @Override
    public int compareTo(RunKey other) {
        return BY_NAME.compare(this, other);
    }
}
