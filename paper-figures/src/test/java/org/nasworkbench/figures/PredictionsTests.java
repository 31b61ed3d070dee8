package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PredictionsTests {
    private static final int SKY = 0xFF56B4E9;
    private static final int ROAD = 0xFF9A9A9A;

    /** Images of 12 x 16 pixels, sky above road, of which the last row is void; predictions find the sky alone. */
    static Predictions two() {
        return of(12, 16);
    }

    private static Predictions of(int height, int width) {
        byte[] image = new byte[3 * height * width];
        for (int i = 0; i < image.length; i++) {
            image[i] = (byte) (7 * i);
        }
        int[] truth = IntStream.range(0, height * width)
                .map(i -> i < height * width / 2 ? 0 : i < (height - 1) * width ? 1 : 255)
                .toArray();
        int[] predicted = new int[height * width];
        return new Predictions(
                "Made up.",
                List.of("sky", "road"),
                IntStream.range(0, 2)
                        .mapToObj(i ->
                                new PredictedImage("image-" + i, height, width, image, truth, predicted, 0.25, 0.5))
                        .toList());
    }

    @Test
    void imageTruthAndPredictionStandSideBySideBelowTheClasses() throws Exception {
        String texts = Drawn.texts(two()).stream().map(Drawn.Box::text).collect(Collectors.joining("\n"));
        for (String text :
                List.of("sky", "road", "image", "ground truth", "prediction", "mIoU 0.250, accuracy 0.500")) {
            assertTrue(texts.contains(text), texts);
        }
        assertTrue(two().caption().contains("image-1 0.250 and 0.500"), two().caption());
        assertEquals(List.of(), Drawn.clashes(two()));
    }

    @Test
    void everyPixelHasTheColourOfItsClass() throws Exception {
        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(PngDrawing.file(two())));
        int middle = drawn.getWidth() / 2;
        int side = drawn.getWidth() * 5 / 6;
        assertEquals(SKY, drawn.getRGB(middle, drawn.getHeight() / 5));
        assertEquals(ROAD, drawn.getRGB(middle, drawn.getHeight() * 2 / 5));
        assertEquals(SKY, drawn.getRGB(side, drawn.getHeight() * 2 / 5), "the prediction");
    }

    @Test
    void ofLargeImagesFewerPixelsAreDrawnAndTheCaptionSaysSo() {
        assertTrue(of(300, 500).caption().contains("one in 3"));
        assertFalse(two().caption().contains("one in"));
    }

    @Test
    void mapsOfAnotherSizeAreRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new PredictedImage("a", 2, 2, new byte[12], new int[4], new int[3], 0, 0));
    }
}
