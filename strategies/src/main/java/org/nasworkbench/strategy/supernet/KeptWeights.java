package org.nasworkbench.strategy.supernet;

import java.util.List;
import org.nasworkbench.evaluation.InitialWeights;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.SharedRanking;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Work;

/**
 * The ranking by the weights that a training of shared weights kept.
 *
 * @param batches from which batch norms take their statistics where they do
 */
record KeptWeights(SharedWeightsTraining training, int batches) implements SharedRanking {
    /** Batches for methods that score no networks by shared weights themselves. */
    static final int USUAL_BATCHES = 20;

    @Override
    public List<Integer> epochs() {
        return SharedWeights.keptEpochs(training.protocol().epochs());
    }

    @Override
    public Work<Scores> scores(List<Architecture> networks, int epoch, boolean recalibrated) {
        return new SharedScores(
                training, SharedWeights.kept(epoch), networks, recalibrated ? batches : 0, CostCategory.FIDELITY);
    }

    @Override
    public InitialWeights weights(Architecture network) {
        return new InheritedWeights(training, network);
    }
}
