package org.nasworkbench.work;

import java.io.Serializable;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import java.util.function.IntConsumer;

/**
 * The most memory that a worker process takes for a training, as a line in the images of a step: weights, moments and the process itself do not grow
 * with a batch, activations and their gradients do.
 *
 * @param paths networks that run at once in a step: 1 alone or in a supernet of single paths, 2, or all options; 0 where nothing is known
 * @param images most images of a step, whatever the batch: all there are
 * @param fixedBytes what does not grow
 * @param bytesPerImage what each image of a step adds
 */
public record MemoryNeed(int paths, int images, double fixedBytes, double bytesPerImage) implements Serializable {
    /** Not known here, or of work that cannot tell. */
    public static final MemoryNeed UNKNOWN = new MemoryNeed(0, 0, Double.NaN, Double.NaN);

    private static final int CHUNK = 1 << 16;

    private static volatile byte[] garbage;

    /** Whether there are numbers. */
    public boolean isKnown() {
        return paths > 0;
    }

    /** Bytes at a batch. */
    public double at(int batch) {
        return fixedBytes + bytesPerImage * Math.min(batch, images);
    }

    /**
     * Measures in this process, which should have done nothing else: memory once used stays with it. Steps of one and two images tell the line;
     * a step at the batch itself corrects it if by the line it takes at most half of what is available, so that the measurement cannot run out
     * of what it measures. Where not even two steps of one image fit, the need is taken to be that of one image times the batch.
     *
     * @param paths as above
     * @param batch images of the steps that are meant, at most {@code images}
     * @param step takes a step with so many images
     * @return {@link #UNKNOWN} where the system does not tell
     */
    public static MemoryNeed measure(SystemMemory memory, int paths, int images, int batch, IntConsumer step) {
        OptionalLong available = memory.available();
        if (available.isEmpty()) {
            return UNKNOWN;
        }
        fillYoungGeneration();
        OptionalLong one = peak(memory, 1, step);
        if (one.isEmpty()) {
            return UNKNOWN;
        }
        double first = one.getAsLong();
        if (batch == 1 || 2 * first > available.getAsLong()) {
            return new MemoryNeed(paths, images, 0, first);
        }
        MemoryNeed line = through(paths, images, first, 2, peak(memory, 2, step).orElseThrow());
        if (batch == 2 || line.at(batch) > available.getAsLong() / 2.0) {
            return line;
        }
        return through(paths, images, first, batch, peak(memory, batch, step).orElseThrow());
    }

    private static MemoryNeed through(int paths, int images, double one, int batch, double peak) {
        double more = Math.max(0, (peak - one) / (batch - 1));
        return new MemoryNeed(paths, images, one - more, more);
    }

    /** Two steps: the first may leave arrays that the second finds there. */
    private static OptionalLong peak(SystemMemory memory, int images, IntConsumer step) {
        return memory.peak(() -> {
            step.accept(images);
            step.accept(images);
        });
    }

    /** In a long training garbage will have touched all pages of the heap's young part; a few steps do not, before the first collection. */
    private static void fillYoungGeneration() {
        for (long bytes = 0; collections() == 0 && bytes < Runtime.getRuntime().maxMemory(); bytes += CHUNK) {
            garbage = new byte[CHUNK];
        }
        garbage = null;
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
