package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImprovementTests {
    @Test
    void itIsThePercentageAboveTheRandomMean() {
        Improvement improvement = Improvement.of(Sample.of(0.93, 0.95), Sample.of(0.90, 0.92, 0.91));
        assertEquals(100 * (0.94 - 0.91) / 0.91, improvement.percent(), 1e-9);
    }

    /** Without variation at random, the ratio's interval is the mean's, scaled. */
    @Test
    void overAFixedLevelTheIntervalIsThatOfTheMean() {
        Sample search = Sample.of(0.61, 0.63, 0.60, 0.64, 0.62);
        Interval mean = StudentT.mean(search).orElseThrow().interval(0.05);
        Interval interval =
                Improvement.of(search, Sample.of(0.5, 0.5)).interval().orElseThrow();
        assertEquals(100 * (mean.low() / 0.5 - 1), interval.low(), 1e-9);
        assertEquals(100 * (mean.high() / 0.5 - 1), interval.high(), 1e-9);
    }

    /** Fieller's definition: at an end the search and so many times random differ by just what the t test asks for. */
    @Test
    void atAnEndTheTwoAreJustToldApart() {
        Sample search = Sample.of(0.61, 0.63, 0.60, 0.64, 0.62);
        Sample random = Sample.of(0.48, 0.55, 0.53);
        Improvement improvement = Improvement.of(search, random);
        double a = search.variance() / 5;
        double b = random.variance() / 3;
        double ratio = search.mean() / random.mean();
        double reach = StudentT.reach(StudentT.welchDegrees(a, 5, ratio * ratio * b, 3), 0.05);
        Interval interval = improvement.interval().orElseThrow();
        for (double end : new double[] {1 + interval.low() / 100, 1 + interval.high() / 100}) {
            double t = (search.mean() - end * random.mean()) / Math.sqrt(a + end * end * b);
            assertEquals(reach, Math.abs(t), 1e-9);
        }
        assertTrue(interval.contains(improvement.percent()));
    }

    /**
     * 95 % of intervals hold the true 10 %: over 2,000 studies the share may lie three standard errors, 0.0146, from it; the chance
     * of a false alarm is 0.0027 each.
     */
    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        Random random = new Random(11);
        for (int runs : new int[] {3, 5, 20}) {
            int studies = 2000;
            int held = 0;
            for (int study = 0; study < studies; study++) {
                Sample search = normal(random, runs, 0.55, 0.01);
                Sample floor = normal(random, runs, 0.5, 0.03);
                held += Improvement.of(search, floor).interval().orElseThrow().contains(10) ? 1 : 0;
            }
            assertEquals(0.95, held / (double) studies, 3 * Math.sqrt(0.05 * 0.95 / studies), runs + " runs");
        }
    }

    private static Sample normal(Random random, int runs, double mean, double deviation) {
        return Sample.of(random.doubles(runs)
                .map(ignored -> mean + deviation * random.nextGaussian())
                .toArray());
    }

    @Test
    void thereIsNoIntervalWhereThereIsNothingToJudgeBy() {
        Sample one = Sample.of(0.5);
        assertEquals(Optional.empty(), Improvement.of(one, one).interval());
        assertEquals(
                Optional.empty(),
                Improvement.of(Sample.of(0.6, 0.6), Sample.of(0.5, 0.5)).interval());
        assertEquals(
                Optional.empty(),
                Improvement.of(Sample.of(0.6, 0.7), Sample.of(0.9, 0.01)).interval(),
                "random's mean is not shown to be above 0");
    }

    @Test
    void nothingIsRelativeToNothing() {
        assertThrows(IllegalArgumentException.class, () -> Improvement.of(Sample.of(0.5), Sample.of(0, 0)));
        assertThrows(IllegalArgumentException.class, () -> Improvement.of(Sample.of(0.5), Sample.of()));
        assertThrows(IllegalArgumentException.class, () -> Improvement.of(Sample.of(), Sample.of(0.5)));
    }
}
