package org.nasworkbench.task;

import java.awt.image.BufferedImage;

/** Changes the size of images and label maps in whole-number arithmetic, so that every machine gets the same bytes. */
final class Rescaling {
    private Rescaling() {}

    /**
     * Averages the source area under each target pixel, with partly covered pixels weighted by their share.
     *
     * @return {@code [3][height][width]} unsigned bytes
     */
    static byte[] areaAverage(BufferedImage image, int height, int width) {
        int[] pixels = pixels(image);
        byte[] planes = new byte[3 * height * width];
        // In units of 1/height and 1/width of a source pixel, source and target edges are whole numbers.
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                average(pixels, image.getHeight(), image.getWidth(), planes, height, width, y, x);
            }
        }
        return planes;
    }

    private static void average(
            int[] from, int fromHeight, int fromWidth, byte[] to, int height, int width, int y, int x) {
        long top = (long) y * fromHeight;
        long left = (long) x * fromWidth;
        long red = 0;
        long green = 0;
        long blue = 0;
        for (long sy = top / height; sy * height < top + fromHeight; sy++) {
            long rows = Math.min((sy + 1) * height, top + fromHeight) - Math.max(sy * height, top);
            for (long sx = left / width; sx * width < left + fromWidth; sx++) {
                long share = rows * (Math.min((sx + 1) * width, left + fromWidth) - Math.max(sx * width, left));
                int rgb = from[(int) (sy * fromWidth + sx)];
                red += share * (rgb >> 16 & 255);
                green += share * (rgb >> 8 & 255);
                blue += share * (rgb & 255);
            }
        }
        long area = (long) fromHeight * fromWidth;
        int plane = height * width;
        int i = y * width + x;
        to[i] = (byte) ((red + area / 2) / area);
        to[plane + i] = (byte) ((green + area / 2) / area);
        to[2 * plane + i] = (byte) ((blue + area / 2) / area);
    }

    /** Packed RGB of every pixel; grey samples are taken as they are, without the colour space conversion of getRGB. */
    private static int[] pixels(BufferedImage image) {
        int height = image.getHeight();
        int width = image.getWidth();
        if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            return image.getRGB(0, 0, width, height, null, 0, width);
        }
        int[] samples = image.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= 0x010101;
        }
        return samples;
    }

    /** Takes for each target pixel the source label under its centre. */
    static byte[] nearest(int[] labels, int fromHeight, int fromWidth, int height, int width) {
        byte[] nearest = new byte[height * width];
        for (int y = 0; y < height; y++) {
            int sy = (int) ((2L * y + 1) * fromHeight / (2L * height));
            for (int x = 0; x < width; x++) {
                int sx = (int) ((2L * x + 1) * fromWidth / (2L * width));
                nearest[y * width + x] = (byte) labels[sy * fromWidth + sx];
            }
        }
        return nearest;
    }
}
