package org.nasworkbench.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledFolderTests {
    @TempDir
    Path directory;

    /** Three training images, one for validation, one for test; 4x4 pixels, the left half label 0, the right half label 1. */
    private LabelledFolder folder() throws IOException {
        for (String split : List.of("train", "val", "test")) {
            StringBuilder list = new StringBuilder();
            for (int i = 0; i < (split.equals("train") ? 3 : 1); i++) {
                String name = split + i + ".png";
                image(split + "/" + name, 4);
                label(split + "annot/" + name, 4, 1);
                list.append("/Elsewhere/").append(split).append('/').append(name);
                list.append(" /Elsewhere/")
                        .append(split)
                        .append("annot/")
                        .append(name)
                        .append('\n');
            }
            Files.writeString(directory.resolve(split + ".txt"), list);
        }
        return new LabelledFolder("own", directory.toString(), List.of("left", "right"), 9, 2, 2);
    }

    private void image(String path, int size) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < size * size; i++) {
            image.setRGB(i % size, i / size, i % size < size / 2 ? 0x102030 : i % 2 == 0 ? 0xffffff : 0);
        }
        write(image, path);
    }

    private void label(String path, int size, int right) throws IOException {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < size * size; i++) {
            image.getRaster().setSample(i % size, i / size, 0, i % size < size / 2 ? 0 : right);
        }
        write(image, path);
    }

    private void write(BufferedImage image, String path) throws IOException {
        Path file = directory.resolve(path);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    @Test
    void imagesAreAveragedAndLabelsPickedByNearestNeighbour() throws IOException {
        SegmentationSet set = folder().load().part(Split.VALIDATION);
        byte half = (byte) 128;
        assertArrayEquals(new byte[] {16, half, 16, half, 32, half, 32, half, 48, half, 48, half}, set.image(0));
        assertArrayEquals(new byte[] {0, 1, 0, 1}, set.labels(0));
        assertEquals(List.of("val/val0.png"), set.names());
    }

    @Test
    void theVoidLabelBecomesVoid() throws IOException {
        LabelledFolder folder = folder();
        label("valannot/val0.png", 4, 9);
        assertArrayEquals(
                new byte[] {0, (byte) 255, 0, (byte) 255},
                folder.load().validation().labels(0));
    }

    @Test
    void allProblemsAreListedTogether() throws IOException {
        LabelledFolder folder = folder();
        Files.delete(directory.resolve("train/train0.png"));
        label("trainannot/train1.png", 4, 5);
        label("valannot/val0.png", 6, 1);
        Files.writeString(directory.resolve("test.txt"), "only-one-column\ntrain/train1.png trainannot/train1.png\n");
        String message =
                assertThrows(IllegalArgumentException.class, folder::load).getMessage();
        for (String expected : List.of(
                "a listed file must exist",
                "train0.png",
                "train.txt:1",
                "has [5]",
                "train.txt:2",
                "4x4 and 6x6",
                "val.txt:1",
                "'only-one-column'",
                "test.txt:1",
                "train/train1.png is listed at train.txt:2 and test.txt:2")) {
            assertTrue(message.contains(expected), expected + " is not in " + message);
        }
    }

    @Test
    void missingListsAndBrokenImagesAreProblemsToo() throws IOException {
        LabelledFolder folder = folder();
        Files.delete(directory.resolve("test.txt"));
        Files.writeString(directory.resolve("val/val0.png"), "no image");
        String message =
                assertThrows(IllegalArgumentException.class, folder::load).getMessage();
        assertTrue(message.contains("must have a list test.txt") && message.contains("must be a PNG"), message);
    }

    /** A damaged photograph is named, whatever the damage: none is taken for another photograph. */
    @Test
    void everyDamageToAnImageIsToldByTheNameOfItsFile() throws IOException {
        LabelledFolder folder = folder();
        Path file = directory.resolve("train/train1.png");
        byte[] whole = Files.readAllBytes(file);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = Arrays.copyOf(whole, i % 3 == 0 ? random.nextInt(1, whole.length) : whole.length);
            for (int flips = damaged.length < whole.length ? 0 : random.nextInt(1, 4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, damaged);
            if (!Arrays.equals(whole, damaged)) {
                String message = assertThrows(IllegalArgumentException.class, folder::load)
                        .getMessage();
                assertTrue(message.contains("1 problem:"), message);
                assertTrue(message.contains(file + " is") && message.contains("(train.txt:2)"), message);
            }
        }
        Files.write(file, whole);
        folder.load();
    }

    @Test
    void impossibleDescriptionsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LabelledFolder("own", "x", List.of("a", "b"), 1, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> new LabelledFolder("own", "x", List.of("a", "a"), 9, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> new LabelledFolder("own", "x", List.of("a", "b"), 9, 0, 2));
    }
}
