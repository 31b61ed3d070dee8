package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTableTests {
    @TempDir
    Path folder;

    @Test
    void aRowPerStrategyThenWhatMayBeSaidOfEachPair() throws Exception {
        RecordedStudy.small(folder.resolve("study.db"));
        assertEquals("""
                small: means over runs, +- standard deviation; simulated device time as h:mm:ss; right of the bar
                    projected, not measured
                strategy   runs  trials      search score         test mIoU    ms  simulated  |     $
                -------------------------------------------------------------------------------------
                supernet    1/1       2  0.5000                           -  3.50    0:00:05  |  $840
                evolution   1/2       3  0.4000            0.6500            3.50    0:00:03  |  $140
                random      0/1       0                 -                 -     -          -  |    $0
                Without a scored training of full length: evolution seed 2.

                Projected with 1 GPU-days a training, $70 a GPU-day, a supernet as 10 trainings (EE Times
                    interview, 2019).
                The article: 1,000 trainings = 1,000 GPU-days = $70,000; a supernet of 10 trainings = 10 GPU-days =
                    $700 (EE Times interview, 2019; projected).

                Differences in search score, intervals corrected for 1 pair; ~ runs a side that would show it
                  (none is claimed with fewer than 3 runs on a side)
                  supernet, evolution  +0.1000 (no interval)         no difference shown
                """, ConsoleTable.of(StoredStudy.read(folder.resolve("study.db"))));
    }

    @Test
    void linesFitATerminalEvenWithLongNamesAndLargeNumbers() throws Exception {
        Path file = folder.resolve("study.db");
        try (RecordedStudy study = RecordedStudy.at(file)) {
            study.fact("projection_gpu_days_per_training", "12345.5")
                    .fact("projection_dollars_per_gpu_day", "70")
                    .fact("projection_supernet_trainings", "10")
                    .fact("projection_source", "a source with a long name, ".repeat(9));
            for (String strategy :
                    List.of("evolution", "a-strategy-with-a-very-long-name-of-its-own-x", "another-one")) {
                for (long seed = 1; seed <= 10; seed++) {
                    double score = 0.5 + 0.01 * seed;
                    study.run(strategy, seed)
                            .trial(strategy, seed, 0, "a", score, 1e6)
                            .charge(strategy, seed, "search-training", 1e6)
                            .outcome(strategy, seed, 0, score, "0")
                            .finalTraining(strategy, seed, 1, score);
                }
            }
        }
        String text = ConsoleTable.of(StoredStudy.read(file));
        assertTrue(text.lines().allMatch(line -> line.length() < 100), text);
        assertTrue(text.contains("0:00:03") && text.contains("$864,185") && text.contains("0.5550 +- 0.0303"), text);
    }

    @Test
    void timeIsHoursMinutesSeconds() {
        assertEquals("-", ConsoleTable.clock(0));
        assertEquals("0:00:00", ConsoleTable.clock(0.2));
        assertEquals("1:01:01", ConsoleTable.clock(3660.6));
    }
}
