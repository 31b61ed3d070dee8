package org.nasworkbench.results;

/** Names a run: one strategy with one seed. */
public record RunKey(String strategy, long seed) {
    @Override
    public String toString() {
        return strategy + " seed " + seed;
    }
}
