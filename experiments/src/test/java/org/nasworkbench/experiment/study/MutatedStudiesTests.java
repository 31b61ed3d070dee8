package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nasworkbench.experiment.run.GroundWork;

/** Our own studies, spoilt in thousands of ways: each is read or its mistakes are told by lines, at once, and YAML makes nothing but data. */
class MutatedStudiesTests {
    private static final double MOST_SECONDS = 2;

    /** Other programs on the machine do not count. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private static final int LONGEST_LINE = 1000;

    @Test
    void aThousandSpoiltStudiesAreReadOrRefusedLineByLine() throws IOException {
        spoil(1000, 1);
    }

    @Test
    @Tag("slow")
    void tenThousandSpoiltStudiesAreReadOrRefusedLineByLine() throws IOException {
        spoil(10_000, 2);
    }

    private static void spoil(int count, long seed) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(""))) {
            files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        assertTrue(files.size() >= 10, files::toString);
        int read = 0;
        double slowest = 0;
        for (int i = 0; i < count; i++) {
            String text = StudyMutations.mutate(
                    Files.readString(files.get(i % files.size())), new SplittableRandom(1_000_000 * seed + i));
            long start = CLOCK.getCurrentThreadCpuTime();
            read += attempt(text, "mutation " + i + " of " + files.get(i % files.size())) ? 1 : 0;
            double seconds = (CLOCK.getCurrentThreadCpuTime() - start) / 1e9;
            slowest = Math.max(slowest, seconds);
            assertTrue(seconds < MOST_SECONDS, "mutation " + i + " took " + seconds + " s");
        }
        assertFalse(Detonator.touched());
        System.out.printf(
                "%d spoilt studies: %d read, %d refused, the slowest in %.3f s%n", count, read, count - read, slowest);
        assertTrue(read > count / 50 && read < count / 2, "some are still studies, most are not: " + read);
    }

    /** Whether it is a study still. */
    private static boolean attempt(String text, String which) {
        try {
            Study study = StudyReader.parse(text, "spoilt.yaml", Path.of("").toAbsolutePath(), List.of());
            if (study.ground() instanceof TrainedSpec) {
                GroundWork.space(study);
            }
            return true;
        } catch (InvalidStudyException e) {
            long lines = Math.max(1, text.lines().count());
            for (Problem problem : e.problems()) {
                String line = problem.toString();
                assertTrue(problem.line() <= lines, () -> which + ": " + line);
                assertEquals(1, line.lines().count(), () -> which + ": " + line);
                assertTrue(line.length() <= LONGEST_LINE, () -> which + ": " + line);
            }
            return false;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError(which + " gave " + e, e);
        }
    }
}
