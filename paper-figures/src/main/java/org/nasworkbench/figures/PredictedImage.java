package org.nasworkbench.figures;

/**
 * An image with its labels and what a network predicts.
 *
 * @param image {@code [3 * height * width]}: unsigned red, green and blue planes, row by row
 * @param truth class of each pixel, {@code [height * width]}; one that is no class is void
 * @param predicted class of each pixel, the same
 * @param miou mean intersection over union of this image alone, over the classes that occur in it
 * @param accuracy share of its labelled pixels that are predicted right
 */
public record PredictedImage(
        String name, int height, int width, byte[] image, int[] truth, int[] predicted, double miou, double accuracy) {
    public PredictedImage {
        int pixels = height * width;
        if (image.length != 3 * pixels || truth.length != pixels || predicted.length != pixels) {
            throw new IllegalArgumentException("an image of " + height + "x" + width
                    + " must have three planes and two maps of that size, but " + name + " has " + image.length + ", "
                    + truth.length + " and " + predicted.length + " values");
        }
        image = image.clone();
        truth = truth.clone();
        predicted = predicted.clone();
    }

    /** A pixel's colour, 0xRRGGBB. */
    int color(int pixel) {
        int plane = height * width;
        return Byte.toUnsignedInt(image[pixel]) << 16
                | Byte.toUnsignedInt(image[plane + pixel]) << 8
                | Byte.toUnsignedInt(image[2 * plane + pixel]);
    }
}
