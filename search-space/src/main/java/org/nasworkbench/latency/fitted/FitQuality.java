package org.nasworkbench.latency.fitted;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasworkbench.latency.LatencyCheck;

/**
 * How well an additive latency predicts networks that it was not fitted on.
 *
 * @param r2 1 - squared error / variance, over all left-out networks together
 * @param check errors and rank correlation, over the same
 * @param open networks that could not be predicted, since the others did not determine their latency
 */
public record FitQuality(double r2, LatencyCheck check, int open) {
    /** Parts into which networks are divided; each is predicted by a fit on the others. */
    public static final int FOLDS = 5;

    /** Cross-validation; empty where fewer than two networks could be predicted, or all were equally fast. */
    public static Optional<FitQuality> crossValidated(TimedNetworks timed, RandomGenerator random) {
        int[] places = shuffled(timed.size(), random);
        double[] predicted = new double[timed.size()];
        Arrays.fill(predicted, Double.NaN);
        for (int fold = 0; fold < FOLDS; fold++) {
            int part = fold;
            int[] learned = IntStream.range(0, places.length)
                    .filter(i -> i % FOLDS != part)
                    .map(i -> places[i])
                    .toArray();
            if (learned.length < 2) {
                return Optional.empty();
            }
            AdditiveFit fit = AdditiveFit.of(timed.at(learned));
            for (int i = part; i < places.length; i += FOLDS) {
                predicted[places[i]] = fit.millis(timed.networks().get(places[i]));
            }
        }
        return of(predicted, timed.millis());
    }

    /** Compares predictions with measurements, ms; NaN where there is no prediction. */
    static Optional<FitQuality> of(double[] predicted, double[] measured) {
        int[] both = IntStream.range(0, predicted.length)
                .filter(i -> !Double.isNaN(predicted[i]))
                .toArray();
        double[] ours = IntStream.of(both).mapToDouble(i -> predicted[i]).toArray();
        double[] theirs = IntStream.of(both).mapToDouble(i -> measured[i]).toArray();
        double mean = Arrays.stream(theirs).average().orElse(0);
        double variance =
                Arrays.stream(theirs).map(millis -> Math.pow(millis - mean, 2)).sum();
        double error = IntStream.range(0, both.length)
                .mapToDouble(i -> Math.pow(ours[i] - theirs[i], 2))
                .sum();
        return both.length < 2 || variance == 0
                ? Optional.empty()
                : Optional.of(new FitQuality(
                        1 - error / variance, LatencyCheck.of(ours, theirs), predicted.length - both.length));
    }

    /** One line for people. */
    public String summary() {
        return String.format(Locale.ROOT, "R2 %.4f, ", r2)
                + check.summary()
                + (open == 0 ? "" : "; " + open + " more could not be predicted");
    }

    private static int[] shuffled(int size, RandomGenerator random) {
        int[] places = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int place = places[i];
            places[i] = places[other];
            places[other] = place;
        }
        return places;
    }
}
