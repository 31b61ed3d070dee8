package org.nasworkbench.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a made-up machine, whose process takes what its steps say. */
class MemoryNeedTests {
    private static final long FIXED_KIB = 1000;

    @TempDir
    Path root;

    private final TreeSet<Integer> batches = new TreeSet<>();

    @BeforeEach
    void makeProcess() throws IOException {
        Files.createDirectories(root.resolve("proc/self"));
    }

    @Test
    void theLineIsThatOfTheProcessAndNoStepIsTakenThatMightNotFit() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 50; i++) {
            long perImage = random.nextLong(1, 1000);
            long available = random.nextLong(2 * (FIXED_KIB + 1000), 20_000);
            int batch = random.nextInt(3, 40);
            MemoryNeed need = measure(perImage, available, batch);
            assertEquals((FIXED_KIB + perImage * batch) << 10, need.at(batch), 1e-3);
            assertEquals((FIXED_KIB + perImage) << 10, need.at(1), 1e-3);
            assertEquals(need.at(100), need.at(1000), "there are 100 images");
            boolean fits = 2 * (FIXED_KIB + perImage * batch) <= available;
            assertEquals(fits ? batch : 2, batches.last(), "largest step");
        }
    }

    @Test
    void theStepAtTheBatchItselfCorrectsTheLine() throws IOException {
        available(1 << 20);
        MemoryNeed need = MemoryNeed.measure(
                new SystemMemory(root), 1, 100, 10, images -> hold(FIXED_KIB + (images < 10 ? 0 : 500)));
        assertEquals((FIXED_KIB + 500) << 10, need.at(10), 1e-3);
    }

    @Test
    void whereTwoStepsOfOneImageDoNotFitNoLargerOneIsTried() throws IOException {
        MemoryNeed need = measure(500, 2 * (FIXED_KIB + 500) - 1, 8);
        assertEquals(1, batches.last());
        assertEquals(8 * (FIXED_KIB + 500) << 10, need.at(8), 1e-3);
    }

    @Test
    void whereTheSystemDoesNotTellNothingIsTriedAndNothingIsKnown() {
        MemoryNeed need = MemoryNeed.measure(new SystemMemory(root), 1, 100, 8, batches::add);
        assertFalse(need.isKnown());
        assertTrue(batches.isEmpty());
        assertTrue(Double.isNaN(need.at(8)));
    }

    private MemoryNeed measure(long perImage, long available, int batch) throws IOException {
        batches.clear();
        available(available);
        return MemoryNeed.measure(new SystemMemory(root), 1, 100, batch, images -> {
            batches.add(images);
            hold(FIXED_KIB + perImage * images);
        });
    }

    private void available(long kibibytes) throws IOException {
        Files.writeString(root.resolve("proc/meminfo"), "MemAvailable: " + kibibytes + " kB\n");
    }

    private void hold(long kibibytes) {
        try {
            Files.writeString(root.resolve("proc/self/status"), "VmHWM: " + kibibytes + " kB\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
