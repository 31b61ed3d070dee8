package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers known from elsewhere: SciPy 1.17.1, and tables in the literature. */
class StatisticsTests {
    private static final Sample A = Sample.of(0.61, 0.63, 0.60, 0.64, 0.62);
    private static final Sample B = Sample.of(0.58, 0.60, 0.57, 0.61);

    @Test
    void welchAgreesWithSciPy() {
        StudentT welch = StudentT.independent(A, B).orElseThrow();
        assertEquals(6.047244094488187, welch.degrees(), 1e-9);
        assertEquals(2.598076211353316, welch.difference() / welch.standardError(), 1e-9);
        assertEquals(0.04047641537130415, welch.p(), 1e-9);
        assertEquals(0.0017989170604732173, welch.interval(0.05).low(), 1e-9);
        assertEquals(0.05820108293952683, welch.interval(0.05).high(), 1e-9);
        assertEquals(-0.007855404811496852, welch.interval(0.05 / 3).low(), 1e-9);
        assertEquals(1 - 0.05 / 3, welch.interval(0.05 / 3).confidence(), 1e-12);
    }

    @Test
    void welchJudgesNothingWithoutVariationOrWithOneRun() {
        assertEquals(Optional.empty(), StudentT.independent(A, Sample.of(0.5)));
        assertEquals(Optional.empty(), StudentT.independent(Sample.of(0.1, 0.1, 0.1), Sample.of(0.2, 0.2, 0.2)));
        assertTrue(StudentT.independent(A, Sample.of(0.1, 0.1, 0.1)).isPresent());
    }

    @Test
    void holmCorrectsFromTheSmallestUp() {
        assertArrayEquals(new double[] {0.03, 0.06, 0.06, 0.02}, Holm.corrected(0.01, 0.04, 0.03, 0.005), 1e-12);
        assertArrayEquals(new double[] {1, 1}, Holm.corrected(0.9, 0.7), 1e-12);
        assertArrayEquals(new double[0], Holm.corrected());
    }

    @Test
    void holmJudgesEachAtItsStepAndAllAfterAFailureAsThatOne() {
        assertArrayEquals(
                new double[] {0.05 / 3, 0.05 / 2, 0.05 / 2, 0.05 / 4},
                Holm.alphas(0.05, 0.01, 0.04, 0.03, 0.005),
                1e-12);
    }

    @ParameterizedTest(name = "effect {0} at alpha {1}: {2} runs per arm")
    @CsvSource({
        "0.2, 0.05, 394",
        "0.5, 0.05, 64",
        "0.8, 0.05, 26",
        "1, 0.05, 17",
        "2, 0.05, 6",
        "3, 0.05, 4",
        "5, 0.05, 3",
        "0.5, 0.016666666666666666, 86",
        "1, 0.016666666666666666, 23",
        "2, 0.016666666666666666, 7"
    })
    void runsPerArmAgreeWithTheNonCentralT(double effect, double alpha, int runs) {
        assertEquals(OptionalInt.of(runs), SampleSize.runs(Design.INDEPENDENT, effect, alpha, 0.8));
    }

    @ParameterizedTest(name = "effect {0} at alpha {1}: {2} pairs")
    @CsvSource({"0.5, 0.05, 34", "1, 0.05, 10", "2, 0.05, 5", "0.5, 0.016666666666666666, 45"})
    void pairsAgreeWithTheNonCentralT(double effect, double alpha, int runs) {
        assertEquals(OptionalInt.of(runs), SampleSize.runs(Design.PAIRED, effect, alpha, 0.8));
    }

    @Test
    void morePowerTakesMoreRuns() {
        assertEquals(OptionalInt.of(86), SampleSize.runs(Design.INDEPENDENT, 0.5, 0.05, 0.9));
        assertEquals(OptionalInt.of(44), SampleSize.runs(Design.PAIRED, 0.5, 0.05, 0.9));
        assertThrows(IllegalArgumentException.class, () -> SampleSize.runs(Design.PAIRED, 0.5, 0.05, 0.05));
        assertThrows(IllegalArgumentException.class, () -> SampleSize.runs(Design.PAIRED, 0.5, 0.05, 1));
    }

    @Test
    void powerAgreesWithTheNonCentralT() {
        assertEquals(0.8764177714119888, SampleSize.power(Design.INDEPENDENT, 2, 6, 0.05), 1e-6);
        assertEquals(0.7191805363914987, SampleSize.power(Design.INDEPENDENT, 5, 2, 0.05), 1e-6);
        assertEquals(0.47074943127843494, SampleSize.power(Design.PAIRED, 2, 3, 0.05), 1e-6);
        assertEquals(0.8000945507758833, SampleSize.power(Design.INDEPENDENT, 0.2, 525, 0.05 / 3), 1e-6);
    }

    @Test
    void runsPerArmAreUnknownWhereThereIsNoEffectOrNoVariation() {
        assertEquals(OptionalInt.empty(), SampleSize.runs(Design.INDEPENDENT, 0, 0.05, 0.8));
        assertEquals(OptionalInt.empty(), SampleSize.runs(Design.INDEPENDENT, 1e-9, 0.05, 0.8));
        assertEquals(OptionalInt.empty(), SampleSize.runs(Design.INDEPENDENT, Double.POSITIVE_INFINITY, 0.05, 0.8));
        assertEquals(OptionalInt.empty(), SampleSize.runs(Design.INDEPENDENT, Double.NaN, 0.05, 0.8));
    }

    @Test
    void a12CountsTiesHalf() {
        assertEquals(18 / 20.0, EffectSize.a12(A, B), 1e-12, "SciPy's U over n m");
        assertEquals(0.5, EffectSize.a12(A, A), 1e-12);
        assertEquals(1, EffectSize.a12(Sample.of(2), Sample.of(1)), 1e-12);
    }

    @Test
    void equalValuesHaveNoVariance() {
        assertEquals(0, Sample.of(0.1, 0.1, 0.1).variance());
        assertEquals(Double.NaN, Sample.of(0.1).variance());
        assertThrows(IllegalArgumentException.class, () -> Sample.of(Double.NaN));
    }
}
