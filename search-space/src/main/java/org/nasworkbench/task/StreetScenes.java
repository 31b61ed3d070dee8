package org.nasworkbench.task;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.nasworkbench.task.scene.Picture;
import org.nasworkbench.task.scene.StreetPainter;

/**
 * Synthetic driving scenes with the eleven classes of CamVid, generated in perspective with their exact labels.
 *
 * <p>They let every experiment run without a download. They are not photographs: figures on them compare strategies with one
 * another and say nothing about real streets. Image k of a split depends only on the seed, the split, k and the size, so a
 * larger set begins with the smaller one. The same bytes on every JVM.
 *
 * @param height height in pixels, at least 32
 * @param width width in pixels, at least 48, and 1 to 2 times the height
 * @param train number of training images, at least 3; divided into weights and search by {@link SegmentationData}
 * @param validation number of validation images, at least 1
 * @param test number of test images, at least 1
 * @param seed any number; a different one makes different streets
 */
public record StreetScenes(int height, int width, int train, int validation, int test, long seed)
        implements SegmentationTask {
    public StreetScenes {
        if (height < 32 || width < 48 || width < height || width > 2 * height) {
            throw new IllegalArgumentException(
                    "street scenes must be at least 32x48 and 1 to 2 times as wide as high, but were " + height + "x"
                            + width);
        }
        if (train < 3 || validation < 1 || test < 1) {
            throw new IllegalArgumentException(
                    "street scenes need at least 3 training, 1 validation and 1 test image, but have " + train + ", "
                            + validation + " and " + test);
        }
    }

    @Override
    public String name() {
        return "street-scenes";
    }

    @Override
    public List<String> classes() {
        return CamVidClasses.NAMES;
    }

    @Override
    public String description() {
        return "street-scenes: synthetic driving scenes of " + height + "x" + width + ", 11 classes as in CamVid, seed "
                + seed;
    }

    @Override
    public SegmentationData load() {
        return SegmentationData.of(
                generate("train", train), generate("validation", validation), generate("test", test));
    }

    private SegmentationSet generate(String split, int size) {
        long splitSeed = new SplittableRandom(seed ^ (long) split.hashCode() << 32).nextLong();
        List<Picture> pictures = IntStream.range(0, size)
                .parallel()
                .mapToObj(i -> StreetPainter.paint(height, width, new SplittableRandom(splitSeed + i).nextLong()))
                .toList();
        return new SegmentationSet(
                height,
                width,
                IntStream.range(0, size).mapToObj(i -> split + "-" + i).toList(),
                pictures.stream().map(Picture::image).toArray(byte[][]::new),
                pictures.stream().map(Picture::labels).toArray(byte[][]::new));
    }
}
