package org.nasworkbench.strategy.rl;

import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.rl4j.agent.learning.update.Features;
import org.deeplearning4j.rl4j.agent.learning.update.FeaturesLabels;
import org.deeplearning4j.rl4j.agent.learning.update.Gradients;
import org.deeplearning4j.rl4j.network.CommonGradientNames;
import org.deeplearning4j.rl4j.network.CommonLabelNames;
import org.deeplearning4j.rl4j.network.INetworkHandler;
import org.deeplearning4j.rl4j.observation.Observation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.AdamUpdater;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * One free logit for each option of each decision, trained by ND4J's Adam. Dong and Yang, "NAS-Bench-201", ICLR 2020, arXiv
 * 2001.00326; Cai, Zhu and Han, "ProxylessNAS", ICLR 2019, arXiv 1812.00332, section 3.3.2.
 *
 * <p>Stands where RL4J expects a network, without one: the policy changes by updates alone, so it is computed once for each, which
 * makes it many times as fast as a graph of one layer.
 */
final class LogitTable implements INetworkHandler {
    private static final String LOGITS = "logits";
    private static final IActivation SOFTMAX = new ActivationSoftmax();

    private final ArchitectureEnvironment environment;
    private final PolicyLoss loss;
    /** [decisions, options]; {@link ArchitectureEnvironment#FORBIDDEN} for options that a decision lacks, whose gradient is 0. */
    private final INDArray logits;

    private final AdamUpdater adam;
    private int iteration;
    /** softmax of the logits, [decisions, options], or null where an update made it stale. */
    private double[][] policy;
    /** Sum over the batch's episodes, [decisions, options]. */
    private INDArray gradient;

    LogitTable(ArchitectureEnvironment environment, ReinforceSettings settings) {
        this.environment = environment;
        loss = new PolicyLoss(settings.entropy());
        logits = environment.masks();
        adam = new AdamUpdater(new Adam(settings.learningRate()));
        INDArray moments = Nd4j.zeros(logits.dataType(), 1, 2 * logits.length());
        adam.setStateViewArray(moments, logits.shape(), logits.ordering(), true);
    }

    /** The logits themselves, [decisions, options]. */
    INDArray logits() {
        return logits;
    }

    @Override
    public INDArray[] stepOutput(Observation observation) {
        double[] probabilities = policy()[environment.due(observation)];
        return new INDArray[] {Nd4j.create(probabilities, new long[] {1, probabilities.length, 1}, 'c')};
    }

    @Override
    public INDArray[] batchOutput(Features features) {
        int episodes = (int) features.getBatchSize();
        double[][] once = policy();
        int options = once[0].length;
        double[] values = new double[episodes * options * once.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = once[i % once.length][i / once.length % options];
        }
        return new INDArray[] {Nd4j.create(values, new long[] {episodes, options, once.length}, 'c')};
    }

    @Override
    public void performGradientsComputation(FeaturesLabels batch) {
        // The loss is linear in its labels: the mean label's gradient is the mean gradient.
        INDArray labels =
                batch.getLabels(CommonLabelNames.ActorCritic.Policy).mean(0).transpose();
        gradient = loss.computeGradient(labels, logits.dup(), SOFTMAX, null).muli(batch.getBatchSize());
    }

    @Override
    public void fillGradientsResponse(Gradients response) {
        DefaultGradient named = new DefaultGradient();
        named.setGradientFor(LOGITS, gradient, gradient.ordering());
        response.putGradient(CommonGradientNames.ActorCritic.Policy, named);
    }

    @Override
    public void applyGradient(Gradients gradients, long episodes) {
        INDArray change = gradients
                .getGradient(CommonGradientNames.ActorCritic.Policy)
                .getGradientFor(LOGITS)
                .divi(episodes);
        adam.applyUpdater(change, iteration++, 0);
        logits.subi(change);
        changed();
    }

    /** To be called whenever {@link #logits} were changed. */
    void changed() {
        policy = null;
    }

    private double[][] policy() {
        if (policy == null) {
            INDArray softmax = Transforms.softmax(logits, true);
            policy = new double[softmax.rows()][softmax.columns()];
            for (int i = 0; i < softmax.length(); i++) {
                policy[i / softmax.columns()][i % softmax.columns()] = softmax.getDouble(i);
            }
        }
        return policy;
    }

    @Override
    public boolean isRecurrent() {
        return false;
    }

    @Override
    public void resetState() {}

    @Override
    public void notifyGradientCalculation() {}

    @Override
    public void notifyIterationDone() {}

    @Override
    public INDArray[] recurrentStepOutput(Observation observation) {
        throw new UnsupportedOperationException("logits remember no observation");
    }

    @Override
    public void performFit(FeaturesLabels batch) {
        throw new UnsupportedOperationException("only the update rule learns: it computes gradients and applies them");
    }

    @Override
    public INetworkHandler clone() {
        throw new UnsupportedOperationException("one learner, no copies");
    }

    @Override
    public void copyFrom(INetworkHandler other) {
        throw new UnsupportedOperationException("one learner, no copies");
    }
}
