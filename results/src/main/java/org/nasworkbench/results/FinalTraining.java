package org.nasworkbench.results;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a chosen network is worth: trained to the end and scored on the sealed test split, or what a table reports of it.
 *
 * @param inherited whether it started from weights that the run's networks share, not from scratch
 * @param score fraction in [0, 1]; empty where the training failed; the test split was not opened then
 * @param metrics further numbers by name; names say the split: {@code test_pixel_accuracy}
 * @param deviceSeconds 0 where an identical network of another run answered
 * @param testOpenedMillis when the test split was opened, epoch milliseconds; 0 if it was not
 */
public record FinalTraining(
        RunKey run,
        long finalSeed,
        String genotype,
        boolean inherited,
        OptionalDouble score,
        Map<String, Double> metrics,
        double deviceSeconds,
        long testOpenedMillis,
        String detail) {
    public FinalTraining {
        metrics = Map.copyOf(metrics);
    }
}
