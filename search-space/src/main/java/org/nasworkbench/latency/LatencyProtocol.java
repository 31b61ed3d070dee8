package org.nasworkbench.latency;

import java.io.Serializable;
import java.util.Locale;

/**
 * How a latency table is measured.
 *
 * @param fewestRounds rounds that are always measured
 * @param mostRounds rounds after which it ends, however wide the intervals are
 * @param repeats recorded runs of a block in each round; whole networks, which take longer, are run {@link #wholeRepeats} times
 * @param width measuring ends when nine entries in ten are known to so much: half the 95 % interval as a fraction of the time measured
 * @param drift by how much the reference network's time may differ between {@value #SETTLED} rounds of warm-up, a fraction
 * @param mostWarmUps rounds of warm-up after which an unsteady machine is refused
 */
public record LatencyProtocol(
        int fewestRounds, int mostRounds, int repeats, double width, double drift, int mostWarmUps)
        implements Serializable {
    /** Rounds of warm-up that must agree. */
    static final int SETTLED = 3;

    /** What a study measures by. */
    public static final LatencyProtocol STANDARD = new LatencyProtocol(8, 30, 10, 0.02, 0.2, 12);

    /** What takes the place of a protocol where nothing is timed. */
    static final String CALCULATED = "batch 1; calculated; blocks between two 1x1 convolutions, less the time of these";

    public LatencyProtocol {
        require(fewestRounds >= 1, "rounds must be at least 1", fewestRounds);
        require(mostRounds >= fewestRounds, "the most rounds must be at least " + fewestRounds, mostRounds);
        require(repeats >= 1, "repeats must be at least 1", repeats);
        require(width > 0, "the width of intervals must be above 0", width);
        require(drift > 0, "the drift allowed must be above 0", drift);
        require(mostWarmUps >= 1, "rounds of warm-up must be at least 1", mostWarmUps);
    }

    /** One round after one of warm-up, to see how long rounds take. */
    LatencyProtocol once() {
        return new LatencyProtocol(1, 1, repeats, width, Double.MAX_VALUE, 1);
    }

    /** This with no more rounds than so many; where that cuts it short, one round of warm-up has to do. */
    LatencyProtocol atMost(int rounds) {
        return rounds >= mostRounds
                ? this
                : new LatencyProtocol(Math.min(fewestRounds, rounds), rounds, repeats, width, drift, 1);
    }

    /** Recorded runs of a whole network in each round. */
    int wholeRepeats() {
        return (repeats + 2) / 3;
    }

    /** One line for people. */
    public String summary() {
        return String.format(
                Locale.ROOT,
                "batch 1; hot; interleaved rounds, 1 discarded and %d recorded runs a visit (%d of whole networks), their 25th"
                        + " percentile as a ratio to the reference network's in the same round; median over rounds with a"
                        + " bootstrap 95 %% interval; blocks between two 1x1 convolutions, less the time of these",
                repeats,
                wholeRepeats());
    }

    private static void require(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but was " + value);
        }
    }
}
