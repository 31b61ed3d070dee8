package org.nasworkbench.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.nasworkbench.network.Weights.Weight;
import org.nasworkbench.work.TrainingProtocol;

/**
 * An update rule with its state for a fixed list of weights, which can be written and read back bit for bit; DJL's own optimizers do not
 * offer that. All weights are updated as one long row of numbers: a network has some two hundred small arrays, and an update array by
 * array spends more time on calls than on numbers.
 */
public abstract class Updater {
    private final List<Weight> weights;
    private final long[] ends;
    private final NDArray[] moments;
    private final int decayed;
    private final float weightDecay;
    private long steps;

    private Updater(List<Weight> weights, int momentCount, double weightDecay, NDManager manager) {
        this.weights = Stream.concat(
                        weights.stream().filter(Weight::decayed),
                        weights.stream().filter(weight -> !weight.decayed()))
                .toList();
        this.weightDecay = (float) weightDecay;
        decayed = (int) weights.stream().filter(Weight::decayed).count();
        ends = new long[weights.size()];
        long end = 0;
        for (int i = 0; i < ends.length; i++) {
            end += this.weights.get(i).array().size();
            ends[i] = end;
        }
        moments = new NDArray[momentCount];
        for (int m = 0; m < momentCount; m++) {
            moments[m] = manager.zeros(new Shape(end));
        }
    }

    /** The rule that a protocol names. */
    public static Updater of(TrainingProtocol protocol, List<Weight> weights, NDManager manager) {
        return switch (protocol.optimizer()) {
            case SGD -> sgd(weights, protocol.momentum(), protocol.weightDecay(), manager);
            case ADAM -> adam(weights, 0.9, 0.999, protocol.weightDecay(), manager);
        };
    }

    /** v = momentum v + g; w = w - rate v. */
    public static Updater sgd(List<Weight> weights, double momentum, double weightDecay, NDManager manager) {
        float keep = (float) momentum;
        return new Updater(weights, 1, weightDecay, manager) {
            @Override
            NDArray change(NDArray gradient, NDArray[] moment, double rate, long step) {
                moment[0].muli(keep).addi(gradient);
                return moment[0].mul((float) rate);
            }
        };
    }

    /** Kingma and Ba 2015, arXiv 1412.6980, algorithm 1; weight decay is added to the gradient. */
    public static Updater adam(
            List<Weight> weights, double beta1, double beta2, double weightDecay, NDManager manager) {
        return new Updater(weights, 2, weightDecay, manager) {
            @Override
            NDArray change(NDArray gradient, NDArray[] moment, double rate, long step) {
                float scale =
                        (float) (rate * Math.sqrt(1 - StrictMath.pow(beta2, step)) / (1 - StrictMath.pow(beta1, step)));
                moment[0].muli((float) beta1);
                moment[1].muli((float) beta2);
                try (NDArray share = gradient.mul((float) (1 - beta1));
                        NDArray energy = gradient.square()) {
                    moment[0].addi(share);
                    moment[1].addi(energy.muli((float) (1 - beta2)));
                }
                try (NDArray root = moment[1].sqrt()) {
                    return moment[0].div(root.addi(1e-8f)).muli(scale);
                }
            }
        };
    }

    /**
     * Changes the weights by their gradients, then zeroes the gradients. Call outside a gradient collector.
     *
     * @param rate learning rate
     */
    public final void step(double rate) {
        if (ends.length == 0) {
            return;
        }
        steps++;
        try (NDArray gradient = gradient();
                NDArray change = change(gradient, moments, rate, steps);
                NDList changes = change.split(Arrays.copyOf(ends, ends.length - 1))) {
            for (int i = 0; i < ends.length; i++) {
                NDArray weight = weights.get(i).array();
                try (NDArray part = changes.get(i).reshape(weight.getShape())) {
                    weight.subi(part);
                }
            }
        }
    }

    /** All gradients as one row, weight decay added, and zeroed where they came from. */
    private NDArray gradient() {
        try (NDList gradients = new NDList()) {
            for (Weight weight : weights) {
                try (NDArray gradient = weight.array().getGradient()) {
                    gradients.add(gradient.reshape(-1));
                }
            }
            NDArray all = NDArrays.concat(gradients);
            gradients.forEach(gradient -> gradient.subi(gradient));
            if (weightDecay > 0 && decayed > 0) {
                decay(all);
            }
            return all;
        }
    }

    /** Adds weight decay to the gradients, which begin with those of the decayed weights. */
    private void decay(NDArray gradients) {
        try (NDList rows = new NDList()) {
            weights.subList(0, decayed)
                    .forEach(weight -> rows.add(weight.array().reshape(-1)));
            try (NDArray decay = NDArrays.concat(rows);
                    NDArray begin = gradients.get("0:{}", ends[decayed - 1])) {
                begin.addi(decay.muli(weightDecay));
            }
        }
    }

    /** Writes moments and step count. */
    public final void write(DataOutputStream out) throws IOException {
        out.writeLong(steps);
        for (NDArray moment : moments) {
            Weights.writeArray(out, moment);
        }
    }

    /** Reads what {@link #write} wrote. */
    public final void read(DataInputStream in) throws IOException {
        steps = in.readLong();
        for (NDArray moment : moments) {
            Weights.readArray(in, moment);
        }
    }

    /** What to take off the weights, in a new array; changes the moments. */
    abstract NDArray change(NDArray gradient, NDArray[] moment, double rate, long step);
}
