package org.nasworkbench.results;

import java.util.OptionalDouble;

/**
 * A chosen network trained to the end and scored on the sealed test split.
 *
 * @param testMiou empty where the training failed; the test split was not opened then
 * @param deviceSeconds 0 where an identical network of another run answered
 * @param testOpenedMillis when the test split was opened, epoch milliseconds; 0 if it was not
 */
public record FinalTraining(
        RunKey run,
        long finalSeed,
        String genotype,
        OptionalDouble testMiou,
        OptionalDouble testPixelAccuracy,
        double deviceSeconds,
        long testOpenedMillis,
        String detail) {}
