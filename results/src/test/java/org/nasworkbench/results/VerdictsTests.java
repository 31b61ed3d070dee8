package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerdictsTests {
    private static StudyResults study(int strategies, int seeds, double apart) {
        Random random = new Random(31);
        MadeStudy made = MadeStudy.of("strategy-with-a-long-name-0", 0, 0.5 + 0.01 * random.nextGaussian());
        for (int strategy = 0; strategy < strategies; strategy++) {
            for (int seed = 0; seed < seeds; seed++) {
                made = made.and(
                        "strategy-with-a-long-name-" + strategy,
                        seed,
                        0.5 + apart * strategy + 0.01 * random.nextGaussian());
            }
        }
        return made.results();
    }

    @Test
    void everyMeasureIsComparedByItself() {
        List<Verdicts> all = Verdicts.of(MadeStudy.of("a", 1, 0.2, 0.4, 0.3)
                .and("b", 1, 0.1, 0.5)
                .and("random-sampling", 1, 0.2)
                .and("dead", 1)
                .results());
        assertEquals(
                List.of("final score", "search score", "best value at 20.0 simulated seconds", "hypervolume"),
                all.stream().map(Verdicts::measure).toList());
        assertEquals(
                List.of(3, 3, 1, 1),
                all.stream().map(verdicts -> verdicts.comparisons().size()).toList(),
                "random sampling chooses nothing, so it has no best value and no front");
        assertTrue(all.get(2).note().endsWith("by then: dead."), all.get(2).note());
    }

    @Test
    void oneStrategyIsComparedWithNothing() {
        assertEquals(List.of(), Verdicts.of(MadeStudy.of("a", 1, 0.2).results()));
        assertTrue(Verdicts.first(MadeStudy.of("a", 1, 0.2).results()).isEmpty());
    }

    @Test
    void aTerminalHasALineAPairAndAtMostTenLinesWithinItsWidth() {
        for (double apart : new double[] {0, 0.001, 0.01, 1}) {
            for (int strategies : IntStream.rangeClosed(2, 8).toArray()) {
                Verdicts verdicts = Verdicts.first(study(strategies, 5, apart)).orElseThrow();
                List<String> lines = ConsoleVerdicts.of(verdicts);
                int pairs = verdicts.comparisons().size();
                assertTrue(pairs > 8 ? lines.size() <= 10 : lines.size() == 1 + pairs, String.join("\n", lines));
                assertTrue(
                        lines.stream().allMatch(line -> line.length() < ConsoleTable.WIDTH), String.join("\n", lines));
            }
        }
    }

    @Test
    void fewRunsClaimNothing() {
        List<String> lines = ConsoleVerdicts.of(Verdicts.first(study(2, 2, 1)).orElseThrow());
        assertEquals("  (none is claimed with fewer than 3 runs on a side)", lines.get(1));
        assertTrue(lines.get(2).endsWith("no difference shown ~3"), lines.get(2));
    }

    @Test
    void aLineSaysTheDifferenceItsIntervalAndOtherwiseThatNoneIsShown() {
        MadeStudy made = MadeStudy.of("a", 1, 0.50)
                .and("a", 2, 0.52)
                .and("a", 3, 0.51)
                .and("b", 1, 0.60)
                .and("b", 2, 0.61)
                .and("b", 3, 0.62)
                .and("c", 1, 0.605)
                .and("c", 2, 0.595)
                .and("c", 3, 0.625);
        List<String> lines = ConsoleVerdicts.of(Verdicts.first(made.results()).orElseThrow());
        assertEquals(
                "Differences in final score, intervals corrected for 3 pairs; ~ runs a side that would show it",
                lines.get(0));
        assertEquals("  a below b  -0.1000 (-0.1323 to -0.0677)", lines.get(1), "t of 4 degrees, 0.05 / 3");
        assertTrue(lines.get(2).startsWith("  a below c  -0.0983 ("), lines.get(2));
        assertTrue(lines.get(3).matches("  b, c +\\+0\\.0017 \\(.*\\)  no difference shown ~[0-9,]+"), lines.get(3));
    }
}
