package org.nasworkbench.task;

import java.util.SplittableRandom;

/**
 * Multinomial logistic regression on one pixel's colour and place, with their squares and products: what can be known about a
 * pixel without looking at its neighbours.
 */
final class LinearPixelClassifier {
    private static final int INPUTS = 5;
    private static final int FEATURES = 1 + INPUTS + INPUTS * (INPUTS + 1) / 2;
    private static final double RATE = 0.08;

    private final int classes;
    private final double[][] weights;

    LinearPixelClassifier(int classes) {
        this.classes = classes;
        this.weights = new double[classes][FEATURES];
    }

    /** Stochastic gradient descent with a falling rate; every step takes one random labelled pixel. */
    void train(SegmentationSet set, float[] balance, int steps, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[][] images = new byte[set.size()][];
        byte[][] labels = new byte[set.size()][];
        for (int i = 0; i < set.size(); i++) {
            images[i] = set.image(i);
            labels[i] = set.labels(i);
        }
        double[] features = new double[FEATURES];
        for (int step = 0; step < steps; step++) {
            int i = random.nextInt(images.length);
            int pixel = random.nextInt(labels[i].length);
            int label = Byte.toUnsignedInt(labels[i][pixel]);
            if (label != SegmentationTask.VOID) {
                fill(features, images[i], pixel, set.height(), set.width());
                double rate = RATE * balance[label] * (1 - step / (double) steps);
                descend(features, label, rate);
            }
        }
    }

    private void descend(double[] features, int label, double rate) {
        double[] scores = scores(features);
        double top = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            top = Math.max(top, score);
        }
        double sum = 0;
        for (int c = 0; c < classes; c++) {
            scores[c] = Math.exp(scores[c] - top);
            sum += scores[c];
        }
        for (int c = 0; c < classes; c++) {
            double error = scores[c] / sum - (c == label ? 1 : 0);
            for (int f = 0; f < FEATURES; f++) {
                weights[c][f] -= rate * error * features[f];
            }
        }
    }

    ConfusionMatrix evaluate(SegmentationSet set) {
        ConfusionMatrix matrix = new ConfusionMatrix(classes);
        double[] features = new double[FEATURES];
        for (int i = 0; i < set.size(); i++) {
            byte[] image = set.image(i);
            byte[] predicted = new byte[set.height() * set.width()];
            for (int pixel = 0; pixel < predicted.length; pixel++) {
                fill(features, image, pixel, set.height(), set.width());
                predicted[pixel] = (byte) best(scores(features));
            }
            matrix.add(set.labels(i), predicted);
        }
        return matrix;
    }

    private double[] scores(double[] features) {
        double[] scores = new double[classes];
        for (int c = 0; c < classes; c++) {
            for (int f = 0; f < FEATURES; f++) {
                scores[c] += weights[c][f] * features[f];
            }
        }
        return scores;
    }

    private static int best(double[] scores) {
        int best = 0;
        for (int c = 1; c < scores.length; c++) {
            best = scores[c] > scores[best] ? c : best;
        }
        return best;
    }

    private static void fill(double[] features, byte[] image, int pixel, int height, int width) {
        int plane = height * width;
        double[] inputs = {
            Byte.toUnsignedInt(image[pixel]) / 127.5 - 1,
            Byte.toUnsignedInt(image[plane + pixel]) / 127.5 - 1,
            Byte.toUnsignedInt(image[2 * plane + pixel]) / 127.5 - 1,
            2.0 * (pixel / width) / height - 1,
            2.0 * (pixel % width) / width - 1
        };
        int f = 0;
        features[f++] = 1;
        for (int a = 0; a < INPUTS; a++) {
            features[f++] = inputs[a];
            for (int b = a; b < INPUTS; b++) {
                features[f++] = inputs[a] * inputs[b];
            }
        }
    }
}
