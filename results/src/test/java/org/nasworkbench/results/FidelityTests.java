package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.results.Fidelity.Row;
import org.nasworkbench.results.Fidelity.Verdict;
import org.nasworkbench.work.CostCategory;

class FidelityTests {
    private static final RunKey RUN = new RunKey("supernet", 1);
    private static final int STUDIES = 400;

    /**
     * Shared scores are a monotone function of a noisy stand-alone score, which leaves ranks as they are: of two normals of correlation r,
     * Kendall's tau is 2 / pi x asin r. The 95 % intervals of 400 studies of 30 networks hold it in 92 to 98 % (an exact method leaves
     * that range with probability 0.01), and the mean of the estimates is within 4 of its standard errors.
     */
    @Test
    void aPlantedRankingIsRecovered() {
        double r = 0.7;
        double planted = 2 / Math.PI * Math.asin(r);
        RandomGenerator random = new SplittableRandom(1);
        int held = 0;
        double sum = 0;
        double squares = 0;
        for (int study = 0; study < STUDIES; study++) {
            RankCorrelation found = planted(r, 30, random).correlation().orElseThrow();
            held += found.kendallInterval().orElseThrow().contains(planted) ? 1 : 0;
            sum += found.kendall();
            squares += found.kendall() * found.kendall();
        }
        double mean = sum / STUDIES;
        double error = Math.sqrt((squares / STUDIES - mean * mean) / STUDIES);
        assertEquals(planted, mean, 4 * error);
        assertTrue(held >= 0.92 * STUDIES && held <= 0.98 * STUDIES, held + " of " + STUDIES);
    }

    /** A false agreement in at most 5 % of studies without any, half of 5 % by the level; 400 studies allow 12 % with certainty. */
    @Test
    void whereNothingIsPlantedAgreementIsSeldomShown() {
        RandomGenerator random = new SplittableRandom(2);
        int shown = 0;
        for (int study = 0; study < STUDIES; study++) {
            shown += planted(0, 30, random).verdict() == Verdict.NOT_SHOWN ? 0 : 1;
        }
        assertTrue(shown <= 0.1 * STUDIES, shown + " of " + STUDIES);
    }

    @Test
    void aVerdictIsSaidInWords() {
        assertEquals(
                "the supernet's ranking agrees with stand-alone training: tau 1.00, n = 12",
                fidelity(12, i -> i, i -> i * i).sentence());
        assertEquals(Verdict.CONTRADICTS, fidelity(12, i -> i, i -> -i).verdict());
        assertEquals(
                "the ranking could not be judged: the networks' scores do not differ, n = 12",
                fidelity(12, i -> 0.3, i -> i).sentence());
        assertEquals(Verdict.NOT_TOLD, fidelity(9, i -> i, i -> i).verdict(), "too few");
        String shown = fidelity(30, i -> i % 5, i -> i).sentence();
        assertTrue(shown.startsWith("no agreement shown: tau ") && shown.endsWith("), n = 30"), shown);
    }

    @Test
    void recallCountsTheBestThatAreFound() {
        assertEquals(new Proportion(5, 5), fidelity(30, i -> i, i -> i).recall(5));
        assertEquals(new Proportion(0, 5), fidelity(30, i -> -i, i -> i).recall(5));
        assertEquals(new Proportion(0, 10), fidelity(30, i -> 0.2, i -> i).recall(10), "all tied tells nothing");
        assertEquals(
                new Proportion(3, 5),
                fidelity(30, i -> i == 28 || i == 29 ? 0 : i, i -> i).recall(5));
    }

    @Test
    void theRecordKeepsScoresAndTrainingsAndChargesThemToNoSearch(@TempDir Path folder) {
        Path file = folder.resolve("study.db");
        try (StudyStore store = new StudyStore(file)) {
            store.fact("name", "kept");
            store.addRun(RUN, "spos", "{}");
            int session = store.beginSession(1, 0);
            store.charge(new LedgerEntry(session, 0, 1, Optional.of(RUN), CostCategory.SHARED_WEIGHTS, 3, ""));
            store.charge(new LedgerEntry(session, 0, 2, Optional.of(RUN), CostCategory.FIDELITY, 4, ""));
            FidelityLog log = store.fidelity();
            log.add(new FidelityLog.Training("a", 1.5, OptionalDouble.of(0.4), 2, ""), 1);
            log.add(new FidelityLog.Training("a", 1.5, OptionalDouble.of(0.9), 2, ""), 2);
            log.add(new FidelityLog.Training("b", 2.5, OptionalDouble.empty(), 2, "diverged"), 3);
            assertFalse(log.scored(RUN, 3, true));
            log.add(RUN, 3, true, List.of("a", "b"), new double[] {0.1, 0.2}, 4);
            assertTrue(log.scored(RUN, 3, true));
            assertFalse(log.scored(RUN, 3, false));
            assertEquals(Set.of("a", "b"), log.trained());
        }
        StudyResults results = StoredStudy.read(file);
        assertEquals(
                List.of(
                        new StudyResults.FidelityRow(RUN, 3, true, "a", 1.5, 0.1, OptionalDouble.of(0.4)),
                        new StudyResults.FidelityRow(RUN, 3, true, "b", 2.5, 0.2, OptionalDouble.empty())),
                results.fidelity());
        assertEquals(1, Fidelity.last(results).get(0).rows().size(), "what failed is left out");
        assertEquals(3, results.runs().get(0).deviceSeconds(), "a search does not pay for being judged");
    }

    private interface Score {
        double of(int network);
    }

    private static Fidelity fidelity(int networks, Score shared, Score standAlone) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < networks; i++) {
            rows.add(new Row(1, shared.of(i), standAlone.of(i)));
        }
        return new Fidelity(RUN, 10, true, rows);
    }

    private static Fidelity planted(double r, int networks, RandomGenerator random) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < networks; i++) {
            double standAlone = random.nextGaussian();
            double noisy = r * standAlone + Math.sqrt(1 - r * r) * random.nextGaussian();
            rows.add(new Row(1, 1 / (1 + Math.exp(-3 * noisy)), standAlone));
        }
        return new Fidelity(RUN, 10, true, rows);
    }
}
