package org.nasworkbench.strategy;

import java.io.Serializable;
import java.util.List;
import org.nasworkbench.evaluation.InitialWeights;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.work.Work;

/**
 * How a search ranks networks by weights that all of them share. It is cheap, and nobody knows beforehand whether it orders networks as
 * training each by itself would: a study holds it against stand-alone trainings once the search is over.
 */
public interface SharedRanking {
    /** The epochs after which the shared weights were kept, ascending; the last one ended their training. */
    List<Integer> epochs();

    /**
     * Scores networks with the weights kept after one of the {@link #epochs}, charged to fidelity. It needs what the search left, so it
     * is done under the same run.
     *
     * @param recalibrated whether batch norms take their statistics anew for each network
     */
    Work<Scores> scores(List<Architecture> networks, int epoch, boolean recalibrated);

    /**
     * A network's own among the weights at the end of their training, where its final training can start. They are read among what the
     * search left, so that the training is done under the same run.
     */
    InitialWeights weights(Architecture network);

    /**
     * What networks scored.
     *
     * @param scores validation scores, fractions in [0, 1], in the order of the networks
     */
    record Scores(double[] scores) implements Serializable {}
}
