package org.nasworkbench.strategy.rl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class PolicyLossTests {
    private final IActivation softmax = new ActivationSoftmax();
    private final INDArray labels = Nd4j.createFromArray(new double[][] {{0, 0.7, 0, 0}, {-0.4, 0, 0, 0}});
    private final INDArray logits = Nd4j.createFromArray(
            new double[][] {{0.1, -0.3, 0.8, 0}, {-1, 0.5, 0.2, ArchitectureEnvironment.FORBIDDEN}});

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5})
    void theGradientIsTheSlopeOfTheScore(double entropy) {
        PolicyLoss loss = new PolicyLoss(entropy);
        INDArray gradient = loss.computeGradient(labels, logits.dup(), softmax, null);
        for (int row = 0; row < 2; row++) {
            for (int option = 0; option < 4; option++) {
                double slope = (score(loss, row, option, 1e-5) - score(loss, row, option, -1e-5)) / 2e-5;
                assertEquals(slope, gradient.getDouble(row, option), 1e-6, "at " + row + ", " + option);
            }
        }
    }

    /** By hand: one row, p = (1/2, 1/2), label 1 for the first: 1 x ln 2 - weight x ln 2. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5})
    void theScoreIsSurpriseTimesAdvantageLessWeightedEntropy(double entropy) {
        INDArray score = new PolicyLoss(entropy)
                .computeScoreArray(
                        Nd4j.createFromArray(new double[][] {{1, 0}}),
                        Nd4j.zeros(labels.dataType(), 1, 2),
                        softmax,
                        null);
        assertEquals(Math.log(2) * (1 - entropy), score.sumNumber().doubleValue(), 1e-4);
    }

    private double score(PolicyLoss loss, int row, int option, double shift) {
        INDArray moved = logits.dup();
        moved.putScalar(row, option, moved.getDouble(row, option) + shift);
        return loss.computeScoreArray(labels, moved, softmax, null).sumNumber().doubleValue();
    }
}
