package org.nasworkbench.task.scene;

/** Turns samples into the bytes of a camera: box average, vignette, exposure, colour, gamma 2, sensor noise. */
final class Lens {
    private final double exposure;
    private final double warmth;
    private final double saturation;
    private final double vignette;
    private final double noise;
    private final Dice grain;

    Lens(Dice dice) {
        exposure = dice.between(0.75, 1.2);
        warmth = dice.between(-0.1, 0.1);
        saturation = dice.between(0.15, 0.9);
        vignette = dice.between(0, 0.35);
        noise = dice.between(0.008, 0.035);
        grain = new Dice(dice.texture());
    }

    /** A pixel is the average of {@code factor x factor} samples; its label is that of the middle one, as a nearest neighbour. */
    Picture develop(Canvas canvas, int factor) {
        int height = canvas.camera.height / factor;
        int width = canvas.camera.width / factor;
        byte[] image = new byte[3 * height * width];
        byte[] labels = new byte[height * width];
        double[] gains = {exposure * (1 + warmth), exposure, exposure * (1 - warmth)};
        float[][] planes = {canvas.red, canvas.green, canvas.blue};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                int middle = (y * factor + factor / 2) * canvas.camera.width + x * factor + factor / 2;
                labels[i] = canvas.labels[middle];
                double dx = (x + 0.5) / width - 0.5;
                double dy = (y + 0.5) / height - 0.5;
                double fall = 1 - vignette * 2 * (dx * dx + dy * dy);
                double luminanceGrain = grain.bell();
                double[] light = new double[3];
                for (int c = 0; c < 3; c++) {
                    light[c] = average(planes[c], canvas.camera.width, x * factor, y * factor, factor);
                }
                double grey = 0.3 * light[0] + 0.6 * light[1] + 0.1 * light[2];
                for (int c = 0; c < 3; c++) {
                    double tinted = grey + (light[c] - grey) * saturation;
                    double shown = StrictMath.sqrt(StrictMath.max(0, tinted) * gains[c] * fall)
                            + noise * (luminanceGrain + 0.6 * grain.bell());
                    image[c * height * width + i] =
                            (byte) (int) (255 * StrictMath.max(0, StrictMath.min(1, shown)) + 0.5);
                }
            }
        }
        return new Picture(image, labels);
    }

    private static double average(float[] plane, int width, int left, int top, int factor) {
        double sum = 0;
        for (int y = top; y < top + factor; y++) {
            for (int x = left; x < left + factor; x++) {
                sum += plane[y * width + x];
            }
        }
        return sum / (factor * factor);
    }
}
