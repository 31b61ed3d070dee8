package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.nasworkbench.network.TrainingDivergedException;
import org.nasworkbench.network.Updater;
import org.nasworkbench.network.Weights;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.ChainSpace;

/**
 * The architecture logits theta of a supernet: their Gumbel-softmax, softmax((theta + Gumbel) / temperature), Jang et al. 2017, arXiv
 * 1611.01144; and their binary gates, Cai, Zhu and Han, "ProxylessNAS", ICLR 2019, arXiv 1812.00332.
 */
final class Logits {
    private final Weights weights;
    private final NDArray theta;
    private final NDArray millis;
    private final Rule rule;
    private final Updater updater;
    private final int blocks;
    private final int options;
    private final int skip;
    private int[][] pairs;

    /**
     * How the logits change by their gradient.
     *
     * @param adam Adam, or stochastic gradient descent without momentum
     * @param rate learning rate
     * @param momentum first moment's decay of Adam
     * @param weightDecay added to the gradient
     */
    record Rule(boolean adam, double rate, double momentum, double weightDecay) implements Serializable {
        private Updater updater(Weights weights, NDManager manager) {
            return adam
                    ? Updater.adam(weights.trained(), momentum, 0.999, weightDecay, manager)
                    : Updater.sgd(weights.trained(), 0, weightDecay, manager);
        }
    }

    /**
     * What the distributions look like.
     *
     * @param probabilities of the options, [blocks][options]
     * @param skip which option skips; negative where none does
     * @param millis what the searched blocks are expected to take
     */
    record Health(double[][] probabilities, int skip, double millis) implements Serializable {
        /** The entropy of each block's distribution, in nats. */
        double[] entropy() {
            return Arrays.stream(probabilities)
                    .mapToDouble(block -> Arrays.stream(block)
                            .map(p -> p > 0 ? -p * StrictMath.log(p) : 0)
                            .sum())
                    .toArray();
        }

        /** The probability of skipping, by block. */
        double[] skipShare() {
            return Arrays.stream(probabilities)
                    .mapToDouble(block -> skip < 0 ? 0 : block[skip])
                    .toArray();
        }

        double meanEntropy() {
            return Arrays.stream(entropy()).average().orElse(0);
        }

        double meanSkipShare() {
            return Arrays.stream(skipShare()).average().orElse(0);
        }

        /** How many blocks rather skip than not. */
        long skipping() {
            return Arrays.stream(skipShare()).filter(share -> share > 0.5).count();
        }

        /** Whether at least half of the blocks rather skip than not: what remains is hardly a network. */
        boolean collapsed() {
            return 2 * skipping() >= probabilities.length;
        }

        /** A few words for a progress line. */
        String note() {
            return String.format(Locale.ROOT, "entropy %.2f, skipping %.0f %%", meanEntropy(), 100 * meanSkipShare())
                    + (collapsed()
                            ? ", COLLAPSED: " + skipping() + " of " + probabilities.length + " blocks skip"
                            : "");
        }
    }

    /**
     * All logits are equal at first.
     *
     * @param latencyMillis what each option takes, [blocks][options]
     */
    Logits(NDManager manager, ChainSpace space, double[][] latencyMillis, Rule rule) {
        this.rule = rule;
        blocks = space.blocks();
        options = space.options().size();
        skip = space.options().indexOf(BlockOption.SKIP);
        float[] equal = new float[blocks * options];
        float[] flat = new float[blocks * options];
        for (int i = 0; i < equal.length; i++) {
            equal[i] = 1;
            flat[i] = (float) latencyMillis[i / options][i % options];
        }
        weights = new Weights(manager);
        theta = weights.add("theta", equal, new Shape(1, blocks, options), true);
        millis = manager.create(flat, new Shape(1, blocks, options));
        updater = rule.updater(weights, manager);
    }

    int blocks() {
        return blocks;
    }

    int options() {
        return options;
    }

    /**
     * Gumbel-softmax of the logits, [draws, blocks, options]; gradients flow to them.
     *
     * @param step manager of the step; the chain starts from an array of it, so that all lives there
     */
    NDArray mixture(NDManager step, int draws, double temperature, RandomGenerator random) {
        NDArray noise = step.create(gumbel(draws, random), new Shape(draws, blocks, options));
        return noise.add(theta)
                .div(step.full(new Shape(1), (float) temperature))
                .softmax(2);
    }

    /** A pass through all options, and the mean over the draws of what it is expected to take. */
    LogitsPass mixed(NDManager step, int draws, double temperature, RandomGenerator random) {
        NDArray mixture = mixture(step, draws, temperature, random);
        NDArray expected = mixture.mul(millis).sum().div(step.full(new Shape(1), draws));
        return new LogitsPass(Paths.all(mixture), expected);
    }

    /**
     * A pass through two options at each block, drawn by their probabilities without replacement, of which one is open, drawn by theirs.
     * Its value is the open one's; the gradient of a gate goes to the two as if the gate were its probability (ProxylessNAS, equation
     * 4). Expected latency is that of all options; its gradient moves probability from the one of the two to the other.
     */
    LogitsPass gated(NDManager step, RandomGenerator random) {
        float[][] values = values();
        pairs = new int[blocks][2];
        float[] selected = new float[2 * blocks * options];
        float[] open = new float[2 * blocks];
        float[] pairMillis = new float[2 * blocks];
        float[] flatMillis = millis.toFloatArray();
        double otherMillis = 0;
        for (int b = 0; b < blocks; b++) {
            double[] p = softmax(values[b]);
            pairs[b] = Derivation.pair(p, random);
            double mass = p[pairs[b][0]] + p[pairs[b][1]];
            open[(random.nextDouble() * mass < p[pairs[b][0]] ? 0 : blocks) + b] = 1;
            for (int i = 0; i < 2; i++) {
                selected[(i * blocks + b) * options + pairs[b][i]] = 1;
                pairMillis[i * blocks + b] = (float) (mass * flatMillis[b * options + pairs[b][i]]);
                p[pairs[b][i]] = 0;
            }
            for (int o = 0; o < options; o++) {
                otherMillis += p[o] * flatMillis[b * options + o];
            }
        }
        NDArray two = step.create(selected, new Shape(2, blocks, options))
                .mul(theta)
                .sum(new int[] {2})
                .softmax(0);
        NDArray gates = step.create(open, new Shape(2, blocks)).add(two.sub(two.stopGradient()));
        NDArray expected = two.mul(step.create(pairMillis, new Shape(2, blocks)))
                .sum()
                .add(step.full(new Shape(1), (float) otherMillis));
        return new LogitsPass(Paths.few(pairs, gates), expected);
    }

    /** Changes the logits by their gradient, and returns its norm. */
    double step() {
        double norm;
        try (NDArray gradient = theta.getGradient();
                NDArray length = gradient.norm()) {
            norm = length.getFloat();
        }
        float[][] before = values();
        updater.step(rule.rate());
        if (pairs != null) {
            keepMass(before);
        }
        return norm;
    }

    /** Shifts the two logits of each pair so that their probability together is what it was, as the authors of ProxylessNAS do. */
    private void keepMass(float[][] before) {
        float[][] after = values();
        float[] flat = new float[blocks * options];
        for (int b = 0; b < blocks; b++) {
            int one = pairs[b][0];
            int other = pairs[b][1];
            double shift = logSum(after[b][one], after[b][other]) - logSum(before[b][one], before[b][other]);
            after[b][one] -= (float) shift;
            after[b][other] -= (float) shift;
            System.arraycopy(after[b], 0, flat, b * options, options);
        }
        theta.set(FloatBuffer.wrap(flat));
    }

    private static double logSum(double a, double b) {
        double max = Math.max(a, b);
        return max + StrictMath.log(StrictMath.exp(a - max) + StrictMath.exp(b - max));
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
     * The distributions, block by block.
     *
     * @throws TrainingDivergedException if a logit is not finite
     */
    Health health() {
        float[] flatMillis = millis.toFloatArray();
        double[][] probabilities = new double[blocks][];
        double expected = 0;
        float[][] rows = values();
        for (int b = 0; b < blocks; b++) {
            probabilities[b] = softmax(rows[b]);
            for (int o = 0; o < options; o++) {
                if (!Float.isFinite(rows[b][o])) {
                    throw new TrainingDivergedException("a logit of block " + b + " became " + rows[b][o]);
                }
                expected += probabilities[b][o] * flatMillis[b * options + o];
            }
        }
        return new Health(probabilities, skip, expected);
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

    private float[] gumbel(int draws, RandomGenerator random) {
        float[] noise = new float[draws * blocks * options];
        for (int i = 0; i < noise.length; i++) {
            double u = Math.max(random.nextDouble(), Double.MIN_NORMAL);
            noise[i] = (float) -StrictMath.log(Math.max(-StrictMath.log(u), Double.MIN_NORMAL));
        }
        return noise;
    }
}
