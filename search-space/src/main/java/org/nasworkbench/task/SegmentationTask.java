package org.nasworkbench.task;

import java.io.Serializable;
import java.util.List;

/** A semantic segmentation task: one class for each pixel of an image. Small and serialisable; the images come with {@link #load()}. */
public sealed interface SegmentationTask extends Serializable permits LabelledFolder, StreetScenes {
    /** Label of void pixels in a {@link SegmentationSet}: they count neither in a loss nor in a metric. */
    int VOID = 255;

    /** The task's name in results and tables, such as {@code camvid} or {@code street-scenes}. */
    String name();

    /** The class names in label order, without void. */
    List<String> classes();

    /** Height of every image, in pixels. */
    int height();

    /** Width of every image, in pixels. */
    int width();

    /** One line that says what the images are and, where they are synthetic, that they are. */
    String description();

    /**
     * Reads or generates every image and label; the same bytes on every call and every machine.
     *
     * @throws IllegalArgumentException if folders, lists, images or labels break a rule; the message lists every problem found
     */
    SegmentationData load();
}
