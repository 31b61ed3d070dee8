package org.nasworkbench.latency.fitted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nasworkbench.latency.fitted.Likeness.Common;

/**
 * The latency of networks on a new device, from timings of few of them and the latencies of all on other devices.
 *
 * <p>A timing is a mean, what other devices tell (a multiple of one device's standardised latency, or a linear combination of all), a
 * term for each option of each decision, and noise; the factors are normal around 0. Which devices tell, how much the terms count and
 * how large the noise is ({@link Blend}) is not decided: all assumptions are weighed by their likelihood, and what they predict is
 * averaged (J. A. Hoeting et al., "Bayesian Model Averaging: A Tutorial", Statistical Science 14, 1999). If the other devices' latencies
 * are sums over decisions, so is the prediction.
 *
 * <p>The purpose is that of Lee et al., "HELP: Hardware-Adaptive Efficient Latency Prediction for NAS via Meta-Learning", NeurIPS
 * 2021, arXiv 2106.08630; the method is another, with nothing learned by gradient.
 */
public final class TransferredLatency {
    /** Fewest timings. */
    public static final int FEWEST = 5;

    /** How much an interval holds. */
    public static final double LEVEL = 0.9;

    /** Assumptions that count less than this are left out. */
    private static final double LEAST_WEIGHT = 1e-3;

    private final Likeness likeness;
    private final int[] timed;
    private final List<BlendFit> fits;
    private final double[] weights;
    private final double reach;

    /**
     * What is expected of a network's timing.
     *
     * @param millis the mean; may be 0 or below where the sum is
     * @param lowMillis lower end of the interval of {@value #LEVEL}, at least 0
     * @param highMillis upper end
     */
    public record Prediction(double millis, double lowMillis, double highMillis) {
        /** Whether a latency lies within the interval. */
        public boolean holds(double latency) {
            return latency >= lowMillis && latency <= highMillis;
        }
    }

    private TransferredLatency(Likeness likeness, int[] timed, List<BlendFit> fits, double[] weights, double reach) {
        this.likeness = likeness;
        this.timed = timed.clone();
        this.fits = fits;
        this.weights = weights;
        this.reach = reach;
    }

    /**
     * Learns from timings.
     *
     * @param timed which networks, at least {@value #FEWEST}
     * @param millis their latencies, not all equal
     */
    public static TransferredLatency learn(Likeness likeness, int[] timed, double[] millis) {
        return learn(Blend.all(likeness.devices()), likeness, timed, millis);
    }

    static TransferredLatency learn(List<Blend> blends, Likeness likeness, int[] timed, double[] millis) {
        if (timed.length < FEWEST || timed.length != millis.length) {
            throw new IllegalArgumentException("a device needs timings of at least " + FEWEST + " networks, but has "
                    + timed.length + " with " + millis.length + " latencies");
        }
        if (Arrays.stream(millis).distinct().count() < 2) {
            throw new IllegalArgumentException(
                    "timings must differ to tell networks apart, but all were " + millis[0] + " ms");
        }
        List<Common> commons = Arrays.stream(timed)
                .mapToObj(network -> likeness.common(network, timed))
                .toList();
        List<BlendFit> all = blends.stream()
                .map(blend -> new BlendFit(blend, commons, millis))
                .toList();
        double best = all.stream().mapToDouble(BlendFit::logWeight).max().orElseThrow();
        List<BlendFit> fits = new ArrayList<>();
        for (BlendFit fit : all) {
            if (Math.exp(fit.logWeight() - best) >= LEAST_WEIGHT) {
                fits.add(fit);
            }
        }
        double[] weights = fits.stream()
                .mapToDouble(fit -> Math.exp(fit.logWeight() - best))
                .toArray();
        double sum = Arrays.stream(weights).sum();
        return new TransferredLatency(
                likeness,
                timed,
                fits,
                Arrays.stream(weights).map(weight -> weight / sum).toArray(),
                reach(timed.length - 1));
    }

    /** The prediction for a network, by its place among those of the likeness. */
    public Prediction predict(int network) {
        Common common = likeness.common(network, timed);
        double mean = 0;
        double square = 0;
        for (int i = 0; i < weights.length; i++) {
            double[] one = fits.get(i).predict(common);
            mean += weights[i] * one[0];
            square += weights[i] * (one[1] + one[0] * one[0]);
        }
        double half = reach * Math.sqrt(Math.max(0, square - mean * mean));
        return new Prediction(mean, Math.max(0, mean - half), mean + half);
    }

    /** Each timed network predicted from the others alone. */
    public static Prediction[] leavingOneOut(Likeness likeness, int[] timed, double[] millis) {
        return IntStream.range(0, timed.length)
                .mapToObj(out -> {
                    int[] others = IntStream.range(0, timed.length)
                            .filter(i -> i != out)
                            .toArray();
                    return learn(
                                    likeness,
                                    IntStream.of(others).map(i -> timed[i]).toArray(),
                                    IntStream.of(others)
                                            .mapToDouble(i -> millis[i])
                                            .toArray())
                            .predict(timed[out]);
                })
                .toArray(Prediction[]::new);
    }

    /**
     * The 95 % point of Student's t, right to 0.002 from 4 degrees of freedom on: M. Abramowitz and I. A. Stegun, "Handbook of
     * Mathematical Functions", 1964, formula 26.7.5.
     */
    static double reach(int freedom) {
        double z = 1.6448536269514722;
        double z3 = z * z * z;
        double z5 = z3 * z * z;
        double z7 = z5 * z * z;
        return z
                + (z3 + z) / (4 * freedom)
                + (5 * z5 + 16 * z3 + 3 * z) / (96.0 * freedom * freedom)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384.0 * freedom * freedom * freedom);
    }
}
