package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.nasworkbench.network.TrainingDivergedException;
import org.nasworkbench.network.Updater;
import org.nasworkbench.network.Weights;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.ChainSpace;

/**
 * The architecture logits theta of a supernet and their Gumbel-softmax: softmax((theta + Gumbel) / temperature), with noise of
 * its own for each image. Jang et al. 2017, arXiv 1611.01144; per image as in the SqueezeNAS authors' code.
 */
final class Logits {
    private final Weights weights;
    private final NDArray theta;
    private final NDArray latencyRatio;
    private final Updater updater;
    private final int blocks;
    private final int options;

    /** All logits start at 1, as in the authors' code. */
    Logits(NDManager manager, ChainSpace space, double[][] latencyMillis, double targetMillis) {
        blocks = space.blocks();
        options = space.options().size();
        float[] ones = new float[blocks * options];
        float[] ratios = new float[blocks * options];
        for (int i = 0; i < ones.length; i++) {
            ones[i] = 1;
            ratios[i] = (float) (latencyMillis[i / options][i % options] / targetMillis);
        }
        weights = new Weights(manager);
        theta = weights.add("theta", ones, new Shape(1, blocks, options));
        latencyRatio = manager.create(ratios, new Shape(1, blocks, options));
        updater = Updater.adam(weights.trained(), 0.9, 0.999, 0, manager);
    }

    /**
     * Mixture weights [N, blocks, options] through which gradients flow to the logits.
     *
     * @param step manager of the step; the chain starts from an array of it, so that all lives there
     */
    NDArray sample(NDManager step, int images, double temperature, RandomGenerator random) {
        NDArray noise = step.create(gumbel(images, random), new Shape(images, blocks, options));
        return noise.add(theta)
                .div(step.full(new Shape(1), (float) temperature))
                .softmax(2);
    }

    /** Mixture weights without gradient, for steps that train shared weights only. */
    NDArray fixedNoise(NDManager manager, int images, double temperature, RandomGenerator random) {
        try (NDManager scratch = manager.newSubManager()) {
            NDArray mixture = sample(scratch, images, temperature, random).stopGradient();
            mixture.attach(manager);
            return mixture;
        }
    }

    /** Mean over images of the expected variable latency / target; a scalar with gradient. */
    NDArray expectedRatio(NDArray mixture) {
        NDManager step = mixture.getManager();
        NDArray images = step.full(new Shape(1), mixture.getShape().get(0));
        return mixture.mul(latencyRatio).sum().div(images);
    }

    /** Changes the logits by their gradient. */
    void step(double rate) {
        updater.step(rate);
    }

    /** The logits, [blocks][options]. */
    float[][] values() {
        float[] flat = theta.toFloatArray();
        float[][] rows = new float[blocks][options];
        for (int b = 0; b < blocks; b++) {
            System.arraycopy(flat, b * options, rows[b], 0, options);
        }
        return rows;
    }

    /** The logits as an array [1, blocks, options]; it has their gradient. */
    NDArray array() {
        return theta;
    }

    /**
     * Summarises the distributions.
     *
     * @throws TrainingDivergedException if a logit is not finite
     */
    SharedWeightsTraining.Epoch health(double loss, double searchLoss, ChainSpace space) {
        int skip = space.options().indexOf(BlockOption.SKIP);
        float[] ratios = latencyRatio.toFloatArray();
        double entropy = 0;
        double skipShare = 0;
        double expected = 0;
        float[][] rows = values();
        for (int b = 0; b < blocks; b++) {
            double[] p = softmax(rows[b]);
            for (int o = 0; o < options; o++) {
                if (!Float.isFinite(rows[b][o])) {
                    throw new TrainingDivergedException("a logit of block " + b + " became " + rows[b][o]);
                }
                entropy -= p[o] > 0 ? p[o] * StrictMath.log(p[o]) / blocks : 0;
                expected += p[o] * ratios[b * options + o];
            }
            skipShare += p[skip] / blocks;
        }
        return new SharedWeightsTraining.Epoch(loss, searchLoss, entropy, skipShare, expected);
    }

    /** Probabilities of one block's options. */
    static double[] softmax(float[] logits) {
        double max = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            max = Math.max(max, logit);
        }
        double[] p = new double[logits.length];
        double sum = 0;
        for (int o = 0; o < p.length; o++) {
            p[o] = StrictMath.exp(logits[o] - max);
            sum += p[o];
        }
        for (int o = 0; o < p.length; o++) {
            p[o] /= sum;
        }
        return p;
    }

    void write(DataOutputStream out) throws IOException {
        weights.write(out);
        updater.write(out);
    }

    void read(DataInputStream in) throws IOException {
        weights.read(in);
        updater.read(in);
    }

    private float[] gumbel(int images, RandomGenerator random) {
        float[] noise = new float[images * blocks * options];
        for (int i = 0; i < noise.length; i++) {
            double u = Math.max(random.nextDouble(), Double.MIN_NORMAL);
            noise[i] = (float) -StrictMath.log(Math.max(-StrictMath.log(u), Double.MIN_NORMAL));
        }
        return noise;
    }
}
