package org.nasworkbench.strategy.rl;

import org.deeplearning4j.rl4j.network.ac.ActorCriticLoss;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossUtil;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * RL4J's policy loss with an entropy weight of one's own (RL4J's is a constant 0.01): minus the sum of label x log probability,
 * minus weight x entropy. The label of the option taken is its advantage, of all others 0.
 */
final class PolicyLoss extends ActorCriticLoss {
    private static final long serialVersionUID = 1;

    /** Keeps logarithms finite. RL4J's 1e-5 would all but hide the gradient of an option that has become improbable. */
    private static final double TINY = 1e-12;

    private final double entropy;

    PolicyLoss(@JsonProperty("entropy") double entropy) {
        this.entropy = entropy;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray logits, IActivation activation, INDArray mask) {
        INDArray p = activation.getActivation(logits.dup(), true).addi(TINY);
        INDArray weights = p.mul(entropy).subi(labels);
        return Transforms.log(p, true).muli(weights);
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray logits, IActivation activation, INDArray mask) {
        INDArray p = activation.getActivation(logits.dup(), true).addi(TINY);
        INDArray slope = Transforms.log(p, true).addi(1).muli(entropy).subi(labels.div(p));
        INDArray gradient = activation.backprop(logits, slope).getFirst();
        if (mask != null) {
            LossUtil.applyMask(gradient, mask);
        }
        return gradient;
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray logits, IActivation activation, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, logits, activation, mask, average),
                computeGradient(labels, logits, activation, mask));
    }
}
