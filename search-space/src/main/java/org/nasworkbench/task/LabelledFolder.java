package org.nasworkbench.task;

import java.util.HashSet;
import java.util.List;

/**
 * A folder of photographs with a label image for each, in the layout of the SegNet tutorial.
 *
 * <p>{@code train.txt}, {@code val.txt} and {@code test.txt} each list one pair {@code image annotation} a line. A path is taken
 * relative to the folder; one that does not exist, such as SegNet's {@code /SegNet/CamVid/train/x.png}, is looked for by its last
 * folder and file name. Label images have one channel of 8 bits whose values are class indices. Any resolution is scaled to
 * {@code height x width} at load: images by area average, labels by nearest neighbour.
 *
 * @param name the task's name in results
 * @param directory the folder with the three lists
 * @param classes class names in label order, without void; 2 to 255
 * @param voidLabel the value in label images that means void, at least the number of classes, at most 255
 * @param height height to scale to, in pixels
 * @param width width to scale to, in pixels
 */
public record LabelledFolder(String name, String directory, List<String> classes, int voidLabel, int height, int width)
        implements SegmentationTask {
    public LabelledFolder {
        classes = List.copyOf(classes);
        require(!name.isBlank(), "a task needs a name", name);
        require(!directory.isBlank(), "a task needs a directory", directory);
        require(classes.size() >= 2 && classes.size() <= VOID, "there must be 2 to 255 classes", classes);
        require(new HashSet<>(classes).size() == classes.size(), "class names must be distinct", classes);
        require(
                voidLabel >= classes.size() && voidLabel <= VOID,
                "void label must be from number of classes to 255",
                voidLabel);
        require(height > 0 && width > 0, "height and width must be above 0 pixels", height + "x" + width);
    }

    private static void require(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but was " + value);
        }
    }

    /**
     * CamVid as distributed with SegNet: 367, 101 and 233 images, 11 classes, label 11 is void.
     *
     * <p>G. J. Brostow, J. Fauqueur and R. Cipolla, "Semantic object classes in video: A high-definition ground truth database",
     * Pattern Recognition Letters 30(2), 2009. Split and classes of V. Badrinarayanan, A. Kendall and R. Cipolla, "SegNet",
     * arXiv:1511.00561. The images are for research use and do not come with the workbench.
     */
    public static LabelledFolder camVid(String directory, int height, int width) {
        return new LabelledFolder("camvid", directory, CamVidClasses.NAMES, CamVidClasses.VOID_LABEL, height, width);
    }

    @Override
    public String description() {
        return name + ": labelled images scaled to " + height + "x" + width + ", " + classes.size() + " classes";
    }

    @Override
    public SegmentationData load() {
        FolderReader reader = new FolderReader(this);
        SegmentationSet train = reader.read("train.txt");
        SegmentationSet validation = reader.read("val.txt");
        SegmentationSet test = reader.read("test.txt");
        reader.throwIfProblems();
        return SegmentationData.of(train, validation, test);
    }
}
