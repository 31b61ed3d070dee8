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
        return between(samples, Design.INDEPENDENT);
    }

    private static List<Comparison> between(Map<String, Sample> samples, Design design) {
        return Comparison.between("final score", samples, design, new Random(1));
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
        assertEquals(0.06393674600423606, comparison.correctedRankP(), 1e-9, "SciPy, with ties");
        assertEquals(
                "evolution above random in final score (+0.0300, corrected 95.00 % interval +0.0018 to +0.0582, n = 5 and 4, "
                        + "A12 0.90, Mann-Whitney p 0.064).",
                comparison.sentence());
    }

    @Test
    void smallSamplesWithoutTiesAreRankedExactly() {
        Comparison comparison = between(samples("a", Sample.of(0.9, 0.8, 0.85, 0.95), "b", Sample.of(0.1, 0.2, 0.3)))
                .get(0);
        assertEquals(0.05714285714285714, comparison.correctedRankP(), 1e-12, "SciPy, exact");
    }

    @Test
    void pairsAreJudgedByTheirDifferences() {
        Map<String, Sample> samples = samples(
                "evolution",
                Sample.of(0.611, 0.624, 0.593, 0.639, 0.620, 0.583),
                "random",
                Sample.of(0.58, 0.60, 0.575, 0.61, 0.627, 0.571));
        Comparison paired = between(samples, Design.PAIRED).get(0);
        assertTrue(paired.shown());
        assertEquals(0.026569983190355327, paired.correctedP(), 1e-9, "SciPy, ttest_rel");
        assertEquals(2 * 2 / 64.0, paired.correctedRankP(), 1e-12, "exact: only the smallest of six ranks is negative");
        assertEquals(
                "evolution above random in final score (+0.0178, corrected 95.00 % interval +0.0031 to +0.0326, n = 6 pairs, pairs "
                        + "won 0.83, Wilcoxon p 0.063).",
                paired.sentence());
        assertFalse(between(samples).get(0).shown(), "unpaired, the seeds' own variation hides it");
    }

    @Test
    void rankTestsAreCorrectedForAllPairs() {
        List<Comparison> comparisons = between(samples(
                "a", Sample.of(0.9, 0.8, 0.85, 0.95), "b", Sample.of(0.1, 0.2, 0.3), "c", Sample.of(0.4, 0.5, 0.6)));
        assertEquals(3 * 2 / 35.0, comparisons.get(0).correctedRankP(), 1e-12);
        assertEquals(3 * 2 / 35.0, comparisons.get(1).correctedRankP(), 1e-12);
        assertEquals(3 * 2 / 35.0, comparisons.get(2).correctedRankP(), 1e-12, "2 / 20 is less than that");
    }

    @Test
    void pairsThatAllDifferByTheSameHaveNothingToBeJudgedBy() {
        Comparison comparison = between(
                        samples("a", Sample.of(0.3, 0.4, 0.5), "b", Sample.of(0.2, 0.3, 0.4)), Design.PAIRED)
                .get(0);
        assertEquals(Optional.empty(), comparison.interval(), "0.3 - 0.2 and 0.4 - 0.3 differ by rounding alone");
        assertFalse(comparison.shown());
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

    @Test
    void withManyRunsTheClaimAgreesWithTheTestToo() {
        Random random = new Random(70);
        for (int i = 0; i < 20; i++) {
            for (Design design : Design.values()) {
                Map<String, Sample> samples =
                        simulated(random, 3, 30, strategy -> Math.log(random.nextDouble()) + 0.4 * strategy);
                for (Comparison comparison : between(samples, design)) {
                    boolean rejected = comparison.correctedP() <= Comparison.ALPHA;
                    assertEquals(rejected, comparison.interval().orElseThrow().excludesZero());
                    assertEquals(rejected, comparison.shown());
                }
            }
        }
    }

    @Test
    void theSameGeneratorGivesTheSameComparisons() {
        Map<String, Sample> samples = simulated(new Random(71), 3, 30, strategy -> strategy * 0.5);
        assertEquals(between(samples), between(samples));
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
