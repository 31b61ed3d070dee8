package org.nasworkbench.task;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.imageio.ImageIO;

/** Reads a {@link LabelledFolder}, collecting every problem instead of stopping at the first. */
final class FolderReader {
    private static final int LISTED_PROBLEMS = 50;

    private final LabelledFolder folder;
    private final Path directory;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, String> listOfImage = new HashMap<>();

    FolderReader(LabelledFolder folder) {
        this.folder = folder;
        this.directory = Path.of(folder.directory());
    }

    /** Reads the images of one list; those with problems are left out and remembered. */
    SegmentationSet read(String list) {
        List<String> names = new ArrayList<>();
        List<byte[]> images = new ArrayList<>();
        List<byte[]> labels = new ArrayList<>();
        int problemsBefore = problems.size();
        List<String> lines = lines(list);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                int before = problems.size();
                Pair pair = readPair(line, list + ":" + (i + 1));
                if (problems.size() == before) {
                    names.add(pair.name());
                    images.add(pair.image());
                    labels.add(pair.labels());
                }
            }
        }
        if (names.isEmpty() && problems.size() == problemsBefore) {
            problems.add("a list must name at least one image, but " + directory.resolve(list) + " names none");
        }
        return new SegmentationSet(
                folder.height(), folder.width(), names, images.toArray(byte[][]::new), labels.toArray(byte[][]::new));
    }

    void throwIfProblems() {
        if (!problems.isEmpty()) {
            String listed = String.join("\n  ", problems.subList(0, Math.min(problems.size(), LISTED_PROBLEMS)));
            String more =
                    problems.size() > LISTED_PROBLEMS ? "\n  and " + (problems.size() - LISTED_PROBLEMS) + " more" : "";
            throw new IllegalArgumentException("labelled folder " + directory + " of task " + folder.name() + " has "
                    + problems.size() + " problem" + (problems.size() == 1 ? "" : "s") + ":\n  " + listed + more);
        }
    }

    private record Pair(String name, byte[] image, byte[] labels) {}

    private List<String> lines(String list) {
        Path path = directory.resolve(list);
        if (!Files.isRegularFile(path)) {
            problems.add("the folder must have a list " + list + ", but " + path + " does not exist");
            return List.of();
        }
        try {
            return Files.readAllLines(path);
        } catch (IOException e) {
            problems.add("a list must be readable text, but " + path + " is not: " + e.getMessage());
            return List.of();
        }
    }

    private Pair readPair(String line, String where) {
        String[] paths = line.split("\\s+");
        if (paths.length != 2) {
            problems.add("a line must be 'image annotation', but was '" + line + "' (" + where + ")");
            return null;
        }
        Path imagePath = resolve(paths[0]);
        Path listed = imagePath.startsWith(directory) ? directory.relativize(imagePath) : imagePath;
        String name = listed.toString().replace('\\', '/');
        String other = listOfImage.putIfAbsent(name, where);
        if (other != null) {
            problems.add("an image must be listed once, but " + name + " is listed at " + other + " and " + where);
        }
        BufferedImage image = decode(imagePath, where);
        BufferedImage annotation = decode(resolve(paths[1]), where);
        if (image == null || annotation == null) {
            return null;
        }
        if (image.getWidth() != annotation.getWidth() || image.getHeight() != annotation.getHeight()) {
            problems.add("image and annotation must have one size, but are " + size(image) + " and " + size(annotation)
                    + " (" + where + ", " + name + ")");
            return null;
        }
        byte[] labels = labels(annotation, resolve(paths[1]), where);
        return new Pair(name, Rescaling.areaAverage(image, folder.height(), folder.width()), labels);
    }

    private static String size(BufferedImage image) {
        return image.getHeight() + "x" + image.getWidth();
    }

    /** The path as written under the folder if it exists, otherwise its last folder and file name under the folder. */
    private Path resolve(String written) {
        Path asWritten = directory.resolve(written);
        if (Files.exists(asWritten)) {
            return asWritten;
        }
        Path path = Path.of(written);
        int parts = path.getNameCount();
        return parts < 2 ? asWritten : directory.resolve(path.subpath(parts - 2, parts));
    }

    private BufferedImage decode(Path path, String where) {
        if (!Files.isRegularFile(path)) {
            problems.add("a listed file must exist, but " + path + " does not (" + where + ")");
            return null;
        }
        try {
            byte[] file = Files.readAllBytes(path);
            if (PngChunks.damaged(file)) {
                problems.add("a listed file must be a whole PNG image, but " + path + " is damaged (" + where + ")");
                return null;
            }
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            if (image == null) {
                problems.add("a listed file must be a PNG image, but " + path + " is not (" + where + ")");
            }
            return image;
        } catch (IOException | RuntimeException e) { // decoders throw anything at what they do not expect
            if (e.getCause() instanceof OutOfMemoryError memory) {
                throw memory; // which is no fault of the file
            }
            problems.add("a listed file must be a readable image, but " + path + " is not: " + e.getMessage() + " ("
                    + where + ")");
            return null;
        }
    }

    /** Checks every label of the full image, then picks the nearest for each pixel. */
    private byte[] labels(BufferedImage annotation, Path path, String where) {
        if (annotation.getRaster().getNumBands() != 1
                || annotation.getSampleModel().getSampleSize(0) > 8) {
            problems.add("a label image must have one channel of at most 8 bits, but " + path + " has "
                    + annotation.getRaster().getNumBands() + " of "
                    + annotation.getSampleModel().getSampleSize(0) + " (" + where + ")");
            return new byte[0];
        }
        int[] samples =
                annotation.getRaster().getSamples(0, 0, annotation.getWidth(), annotation.getHeight(), 0, (int[]) null);
        TreeSet<Integer> unknown = new TreeSet<>();
        for (int i = 0; i < samples.length; i++) {
            if (samples[i] == folder.voidLabel()) {
                samples[i] = SegmentationTask.VOID;
            } else if (samples[i] >= folder.classes().size()) {
                unknown.add(samples[i]);
            }
        }
        if (!unknown.isEmpty()) {
            problems.add("a label must be below " + folder.classes().size() + " or the void label " + folder.voidLabel()
                    + ", but " + path + " has " + unknown + " (" + where + ")");
        }
        return Rescaling.nearest(
                samples, annotation.getHeight(), annotation.getWidth(), folder.height(), folder.width());
    }
}
