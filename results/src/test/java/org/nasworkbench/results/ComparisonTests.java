package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ComparisonTests {
    private static List<Comparison> between(Map<String, Sample> samples) {
        return Comparison.between(Measure.FINAL_SCORE, samples);
    }

    private static Map<String, Sample> samples(Object... namesAndSamples) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        for (int i = 0; i < namesAndSamples.length; i += 2) {
            samples.put((String) namesAndSamples[i], (Sample) namesAndSamples[i + 1]);
        }
        return samples;
    }

    @Test
    void onePairIsJudgedByTheWelchIntervalAndRanksStandBeside() {
        Comparison comparison = between(samples(
                        "evolution",
                        Sample.of(0.61, 0.63, 0.60, 0.64, 0.62),
                        "random",
                        Sample.of(0.58, 0.60, 0.57, 0.61)))
                .get(0);
        assertTrue(comparison.shown());
        assertEquals(0.04047641537130415, comparison.correctedP(), 1e-9);
        assertEquals(0.06393674600423606, comparison.mannWhitneyP(), 1e-9, "SciPy, with ties");
        assertEquals(
                "evolution above random in final score (+0.0300, corrected 95.00 % interval +0.0018 to +0.0582, n = 5 and 4, "
                        + "A12 0.90, Mann-Whitney p 0.064).",
                comparison.sentence());
    }

    @Test
    void smallSamplesWithoutTiesAreRankedExactly() {
        Comparison comparison = between(samples("a", Sample.of(0.9, 0.8, 0.85, 0.95), "b", Sample.of(0.1, 0.2, 0.3)))
                .get(0);
        assertEquals(0.05714285714285714, comparison.mannWhitneyP(), 1e-12, "SciPy, exact");
    }

    @Test
    void theSamePairIsNotShownAmongThree() {
        List<Comparison> comparisons = between(samples(
                "evolution",
                Sample.of(0.61, 0.63, 0.60, 0.64, 0.62),
                "random",
                Sample.of(0.58, 0.60, 0.57, 0.61),
                "rl",
                Sample.of(0.59, 0.61, 0.60, 0.62)));
        assertEquals(3, comparisons.size());
        assertFalse(comparisons.get(0).shown());
        assertEquals(3 * 0.04047641537130415, comparisons.get(0).correctedP(), 1e-9);
        assertEquals(
                -0.007855404811496852,
                comparisons.get(0).interval().orElseThrow().low(),
                1e-9);
        assertTrue(
                comparisons.get(0).sentence().startsWith("evolution and random: no difference shown in final score ("),
                comparisons.get(0).sentence());
        assertTrue(comparisons.get(0).sentence().contains("runs per arm that it would take: about "));
    }

    @Test
    void twoRunsShowNothingHoweverFarApart() {
        Comparison comparison = between(samples("a", Sample.of(0.9, 0.9001), "b", Sample.of(0.1, 0.1001)))
                .get(0);
        assertTrue(comparison.interval().orElseThrow().excludesZero());
        assertFalse(comparison.shown());
        assertEquals(OptionalInt.of(3), comparison.runsPerArm());
        assertTrue(comparison.sentence().contains("fewer than 3 runs on a side"), comparison.sentence());
    }

    @Test
    void withoutVariationNothingIsShownAndNothingEstimated() {
        Comparison comparison = between(samples("a", Sample.of(0.9, 0.9, 0.9), "b", Sample.of(0.1, 0.1, 0.1)))
                .get(0);
        assertFalse(comparison.shown());
        assertEquals(Optional.empty(), comparison.interval());
        assertEquals(OptionalInt.empty(), comparison.runsPerArm());
        assertTrue(comparison.sentence().endsWith("runs per arm that it would take: cannot be estimated."));
    }

    @Test
    void aClaimAndItsIntervalAlwaysAgreeWithTheCorrectedTest() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            for (Comparison comparison :
                    between(simulated(random, 4, 4, strategy -> random.nextGaussian() + strategy))) {
                boolean rejected = comparison.correctedP() <= Comparison.ALPHA;
                assertEquals(rejected, comparison.interval().orElseThrow().excludesZero());
                assertEquals(rejected, comparison.shown());
            }
        }
    }

    /**
     * Equal strategies: a study in which any of the pairs is called different is an error, and at most 5 % may be. Over 1,000
     * studies the observed rate may lie above that by three standard errors, 0.0207 (one-sided chance of a false alarm below
     * 0.0025); without the correction it would be about 0.12.
     */
    @Test
    void equalStrategiesAreSeldomCalledDifferent() {
        Random random = new Random(42);
        assertSeldom("normal, 3 runs", 3, random, strategy -> 0.6 + 0.02 * random.nextGaussian());
        assertSeldom("normal, 5 runs", 5, random, strategy -> 0.6 + 0.02 * random.nextGaussian());
        assertSeldom("regret, skewed", 5, random, strategy -> 0.9 + 0.02 * Math.log(random.nextDouble()));
    }

    private static void assertSeldom(String what, int runs, Random random, ToDoubleFunction<Integer> score) {
        int studies = 1000;
        int wrong = 0;
        for (int i = 0; i < studies; i++) {
            wrong += between(simulated(random, 3, runs, score)).stream().anyMatch(Comparison::shown) ? 1 : 0;
        }
        double bound = 0.05 + 3 * Math.sqrt(0.05 * 0.95 / studies);
        assertTrue(wrong <= bound * studies, what + ": " + wrong + " of " + studies);
    }

    /** The runs that the estimate asks for do show the effect in about four of five studies (bound: three standard errors). */
    @Test
    void theEstimatedNumberOfRunsShowsTheEffect() {
        int runs = SampleSize.runsPerArm(1, Comparison.ALPHA).orElseThrow();
        Random random = new Random(43);
        int studies = 1000;
        int found = 0;
        for (int i = 0; i < studies; i++) {
            found += between(simulated(random, 2, runs, strategy -> random.nextGaussian() + strategy))
                            .get(0)
                            .shown()
                    ? 1
                    : 0;
        }
        double expected = SampleSize.power(1, runs, Comparison.ALPHA);
        assertEquals(expected, found / (double) studies, 3 * Math.sqrt(expected * (1 - expected) / studies));
    }

    private static Map<String, Sample> simulated(
            Random random, int strategies, int runs, ToDoubleFunction<Integer> score) {
        Map<String, Sample> samples = new LinkedHashMap<>();
        for (int strategy = 0; strategy < strategies; strategy++) {
            int number = strategy;
            samples.put(
                    "s" + strategy,
                    Sample.of(random.doubles(runs)
                            .map(ignored -> score.applyAsDouble(number))
                            .toArray()));
        }
        return samples;
    }
}
