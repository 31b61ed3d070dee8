package org.nasworkbench.experiment.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a study will do and take here, before it is run.
 *
 * @param runs one row a strategy
 * @param trainingSeconds expected device time of one training
 * @param finalSeconds expected device time of one final training
 * @param finals final trainings, repeats among chosen networks not known yet
 * @param latencySeconds expected time to measure the latency table, 0 where it is there
 * @param memory that it takes and that there is; empty where the system does not tell
 * @param fidelity checking rankings by shared weights; empty where there are none
 * @param deviceSeconds expected device time in all
 * @param wallSeconds expected wall-clock with {@code workers}
 */
public record StudyPlan(
        List<Row> runs,
        double trainingSeconds,
        double finalSeconds,
        int finals,
        double latencySeconds,
        Optional<Memory> memory,
        Optional<Fidelity> fidelity,
        double deviceSeconds,
        double wallSeconds,
        int workers) {
    /**
     * Checking rankings.
     *
     * @param genotypes stand-alone trainings for it; 0: they are not checked
     * @param deviceSeconds for these and for the scores by shared weights, over all runs
     */
    public record Fidelity(int genotypes, double deviceSeconds) {}

    /**
     * Memory, bytes.
     *
     * @param training of a worker that trains the largest network of the space
     * @param together of all workers at once, each at the largest work that it can meet
     * @param available here
     */
    public record Memory(long training, long together, long available) {}

    /**
     * One strategy.
     *
     * @param trainings of one seed; empty where device time is the budget
     * @param heavySeconds of one seed's own heavy work
     * @param deviceSeconds over all seeds
     * @param heavyBytes of a worker that does the heavy work, at its peak; empty where there is none, or where it is not known
     * @param paths of a supernet that are in memory at once, the same
     */
    public record Row(
            String strategy,
            int seeds,
            OptionalInt trainings,
            double heavySeconds,
            double deviceSeconds,
            Optional<Long> heavyBytes,
            OptionalInt paths) {}
}
