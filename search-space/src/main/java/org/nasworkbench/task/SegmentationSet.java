package org.nasworkbench.task;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Images of one size with a class for each pixel. Immutable: arrays are copied on the way in and out. */
public final class SegmentationSet {
    private final int height;
    private final int width;
    private final List<String> names;
    private final byte[][] images;
    private final byte[][] labels;

    /**
     * Copies the given images and labels.
     *
     * @param names one distinct name for each image
     * @param images {@code [size][3 * height * width]}: unsigned red, green and blue planes, row by row
     * @param labels {@code [size][height * width]}: unsigned class index, or {@link SegmentationTask#VOID}
     * @throws IllegalArgumentException if counts or lengths disagree, or a name occurs twice
     */
    public SegmentationSet(int height, int width, List<String> names, byte[][] images, byte[][] labels) {
        if (names.size() != images.length || names.size() != labels.length) {
            throw new IllegalArgumentException("each image needs one name and one label map, but there are "
                    + names.size() + " names, " + images.length + " images and " + labels.length + " label maps");
        }
        if (new HashSet<>(names).size() != names.size()) {
            throw new IllegalArgumentException("image names must be distinct, but were " + names);
        }
        this.height = height;
        this.width = width;
        this.names = List.copyOf(names);
        this.images = copies(images, 3 * height * width, "image");
        this.labels = copies(labels, height * width, "label map");
    }

    private byte[][] copies(byte[][] arrays, int length, String what) {
        byte[][] copies = new byte[arrays.length][];
        for (int i = 0; i < arrays.length; i++) {
            if (arrays[i].length != length) {
                throw new IllegalArgumentException("a " + what + " of " + height + "x" + width + " must have " + length
                        + " bytes, but " + names.get(i) + " has " + arrays[i].length);
            }
            copies[i] = arrays[i].clone();
        }
        return copies;
    }

    /** Number of images. */
    public int size() {
        return images.length;
    }

    /** Height of every image, in pixels. */
    public int height() {
        return height;
    }

    /** Width of every image, in pixels. */
    public int width() {
        return width;
    }

    /** The images' names, in order. */
    public List<String> names() {
        return names;
    }

    /** Image {@code i} as {@code [3][height][width]} unsigned bytes: red, green, blue planes. A fresh copy. */
    public byte[] image(int i) {
        return images[i].clone();
    }

    /** Labels of image {@code i} as {@code [height][width]} unsigned bytes: class index or {@link SegmentationTask#VOID}. A fresh copy. */
    public byte[] labels(int i) {
        return labels[i].clone();
    }

    /**
     * Pixels of each class over all images, {@code [classes]}; void is not counted.
     *
     * @throws IllegalArgumentException if a label is neither below {@code classes} nor void
     */
    public long[] labelCounts(int classes) {
        long[] counts = new long[256];
        for (byte[] map : labels) {
            for (byte label : map) {
                counts[Byte.toUnsignedInt(label)]++;
            }
        }
        for (int label = classes; label < SegmentationTask.VOID; label++) {
            if (counts[label] > 0) {
                throw new IllegalArgumentException("a label must be below " + classes + " or void (255), but " + label
                        + " occurs " + counts[label] + " times");
            }
        }
        return Arrays.copyOf(counts, classes);
    }

    /** These images, then those of another set of the same size. */
    public SegmentationSet with(SegmentationSet other) {
        return new SegmentationSet(
                height,
                width,
                Stream.concat(names.stream(), other.names.stream()).toList(),
                Stream.concat(Arrays.stream(images), Arrays.stream(other.images))
                        .toArray(byte[][]::new),
                Stream.concat(Arrays.stream(labels), Arrays.stream(other.labels))
                        .toArray(byte[][]::new));
    }

    /** The images at the given positions, in that order. */
    SegmentationSet select(List<Integer> positions) {
        return new SegmentationSet(
                height,
                width,
                positions.stream().map(names::get).toList(),
                positions.stream().map(i -> images[i]).toArray(byte[][]::new),
                positions.stream().map(i -> labels[i]).toArray(byte[][]::new));
    }
}
