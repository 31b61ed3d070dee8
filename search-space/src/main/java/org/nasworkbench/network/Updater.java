package org.nasworkbench.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.nasworkbench.network.Weights.Weight;
import org.nasworkbench.work.TrainingProtocol;

/**
 * An update rule with its state for a fixed list of weights. The rule itself is one method; state can be written and read back
 * bit for bit, which DJL's own optimizers do not offer.
 */
public abstract class Updater {
    private final List<Weight> weights;
    private final NDArray[][] moments;
    private final float weightDecay;
    private long steps;

    private Updater(List<Weight> weights, int momentsPerWeight, double weightDecay, NDManager manager) {
        this.weights = List.copyOf(weights);
        this.weightDecay = (float) weightDecay;
        moments = new NDArray[weights.size()][momentsPerWeight];
        for (int i = 0; i < moments.length; i++) {
            for (int m = 0; m < momentsPerWeight; m++) {
                moments[i][m] = manager.zeros(weights.get(i).array().getShape());
            }
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
            void change(NDArray weight, NDArray gradient, NDArray[] moment, double rate, long step) {
                moment[0].muli(keep).addi(gradient);
                try (NDArray change = moment[0].mul((float) rate)) {
                    weight.subi(change);
                }
            }
        };
    }

    /** Kingma and Ba 2015, arXiv 1412.6980, algorithm 1; weight decay is added to the gradient. */
    public static Updater adam(
            List<Weight> weights, double beta1, double beta2, double weightDecay, NDManager manager) {
        return new Updater(weights, 2, weightDecay, manager) {
            @Override
            void change(NDArray weight, NDArray gradient, NDArray[] moment, double rate, long step) {
                float scale =
                        (float) (rate * Math.sqrt(1 - StrictMath.pow(beta2, step)) / (1 - StrictMath.pow(beta1, step)));
                moment[0].muli((float) beta1);
                moment[1].muli((float) beta2);
                try (NDArray share = gradient.mul((float) (1 - beta1));
                        NDArray square = gradient.square();
                        NDArray energy = square.mul((float) (1 - beta2))) {
                    moment[0].addi(share);
                    moment[1].addi(energy);
                }
                try (NDArray root = moment[1].sqrt();
                        NDArray change = moment[0].div(root.addi(1e-8f))) {
                    weight.subi(change.muli(scale));
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
        steps++;
        for (int i = 0; i < moments.length; i++) {
            Weight weight = weights.get(i);
            try (NDArray gradient = weight.array().getGradient()) {
                if (weight.decayed() && weightDecay > 0) {
                    try (NDArray decay = weight.array().mul(weightDecay)) {
                        gradient.addi(decay);
                    }
                }
                change(weight.array(), gradient, moments[i], rate, steps);
                gradient.subi(gradient);
            }
        }
    }

    /** Writes moments and step count. */
    public final void write(DataOutputStream out) throws IOException {
        out.writeLong(steps);
        for (NDArray moment : allMoments()) {
            Weights.writeArray(out, moment);
        }
    }

    /** Reads what {@link #write} wrote. */
    public final void read(DataInputStream in) throws IOException {
        steps = in.readLong();
        for (NDArray moment : allMoments()) {
            Weights.readArray(in, moment);
        }
    }

    abstract void change(NDArray weight, NDArray gradient, NDArray[] moment, double rate, long step);

    private List<NDArray> allMoments() {
        List<NDArray> all = new ArrayList<>();
        for (NDArray[] perWeight : moments) {
            all.addAll(List.of(perWeight));
        }
        return all;
    }
}
