package org.nasworkbench.experiment.run;

import java.util.List;
import java.util.Optional;

/**
 * What a study of a table will do, before it is run.
 *
 * @param space whose networks the table lists
 * @param networks that the table lists
 * @param trainingSeconds that one training took by the table's record, on average over the networks
 * @param runs one row a strategy
 * @param simulatedSeconds expected device time by the table's record, in all
 * @param wallSeconds expected time of all searches here with {@code threads}
 */
public record TablePlan(
        String space,
        int networks,
        double trainingSeconds,
        List<Row> runs,
        double simulatedSeconds,
        double wallSeconds,
        int threads) {
    /**
     * One strategy.
     *
     * @param trainings of full length that one seed is expected to pay for
     * @param simulatedSeconds expected over all seeds
     * @param wallSeconds expected of one thread over all seeds
     * @param trouble why the strategy cannot search here; empty where it can
     */
    public record Row(
            String strategy,
            int seeds,
            int trainings,
            double simulatedSeconds,
            double wallSeconds,
            Optional<String> trouble) {}
}
