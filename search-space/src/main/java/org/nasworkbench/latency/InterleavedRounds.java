package org.nasworkbench.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.nasworkbench.space.Network;
import org.nasworkbench.statistics.Quantile;
import org.nasworkbench.work.Workplace;

/**
 * Times networks in rounds, one after the other, with a reference network among them again and again. A slow drift of the machine
 * falls on the reference too, and the ratio to it is free of that. Each visit throws its first run away, so that caches are hot.
 */
final class InterleavedRounds implements AutoCloseable {
    /** Networks between two visits to the reference. */
    private static final int STRIDE = 16;

    private final LatencyProtocol protocol;
    private final LongSupplier clock;
    private final Platform.Runner reference;
    private final List<Platform.Runner> runners = new ArrayList<>();
    private final List<Integer> repeats = new ArrayList<>();

    /** Prepares the reference; networks are added by {@link #add}. */
    InterleavedRounds(Platform platform, Network reference, LatencyProtocol protocol, LongSupplier clock) {
        this.protocol = protocol;
        this.clock = clock;
        this.reference = platform.prepare(reference);
    }

    /** Prepares networks that are run {@code times} a visit. */
    InterleavedRounds add(Platform platform, List<Network> networks, int times) {
        for (Network network : networks) {
            runners.add(platform.prepare(network));
            repeats.add(times);
        }
        return this;
    }

    /**
     * Runs rounds that count for nothing until the reference takes the same time in {@value LatencyProtocol#SETTLED} of them.
     *
     * @return what was seen, in words
     * @throws IllegalStateException if the machine does not settle
     */
    String warmUp(Workplace workplace) {
        List<Double> seen = new ArrayList<>();
        while (true) {
            String note = "warm-up " + (seen.size() + 1);
            seen.add(next(() -> workplace.progress(0, note)).referenceMillis());
            int settled = Math.min(LatencyProtocol.SETTLED, protocol.mostWarmUps());
            if (seen.size() < settled) {
                continue;
            }
            double[] last = seen.subList(seen.size() - settled, seen.size()).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            double least = Quantile.of(0, last);
            double most = Quantile.of(1, last);
            double drift = most / least - 1;
            if (drift <= protocol.drift()) {
                return String.format(
                        Locale.ROOT, "%d rounds, then the reference drifted by %.1f %%", seen.size(), 100 * drift);
            }
            if (seen.size() >= protocol.mostWarmUps()) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "a machine must be steady to be measured: the reference network's time may differ by %.0f %% over %d"
                                + " rounds, but after %d rounds of warm-up it still differed by %.0f %% (%.3f to %.3f ms); let"
                                + " other work end and try again",
                        100 * protocol.drift(),
                        settled,
                        seen.size(),
                        100 * drift,
                        least,
                        most));
            }
        }
    }

    /**
     * Visits all once. Each network's ratio is to the two visits to the reference around it.
     *
     * @param sign called again and again meanwhile: a round may take long
     */
    Round next(Runnable sign) {
        double[] ratios = new double[runners.size()];
        List<Double> references = new ArrayList<>();
        references.add(visit(reference, protocol.repeats()));
        for (int from = 0; from < ratios.length; from += STRIDE) {
            int to = Math.min(from + STRIDE, ratios.length);
            for (int i = from; i < to; i++) {
                ratios[i] = visit(runners.get(i), repeats.get(i));
            }
            sign.run();
            double before = references.get(references.size() - 1);
            double after = visit(reference, protocol.repeats());
            references.add(after);
            for (int i = from; i < to; i++) {
                ratios[i] /= (before + after) / 2;
            }
        }
        double[] levels = references.stream().mapToDouble(Double::doubleValue).toArray();
        return new Round(Quantile.of(0.5, levels), ratios);
    }

    private double visit(Platform.Runner runner, int times) {
        runner.millis(clock);
        double[] millis = new double[times];
        for (int repeat = 0; repeat < times; repeat++) {
            millis[repeat] = runner.millis(clock);
        }
        return Quantile.of(0.25, millis);
    }

    @Override
    public void close() {
        reference.close();
        runners.forEach(Platform.Runner::close);
    }
}
