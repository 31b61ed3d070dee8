package org.nasworkbench.results;

import java.util.List;
import org.nasworkbench.work.CostCategory;

/**
 * A run's search at the scale of the study's assumptions. Shared weights cost what the assumptions say a supernet costs, however
 * small ours was; networks that the run also trained by themselves come on top and are listed apart. Final training is not in
 * it: every strategy pays the same for it.
 *
 * @param standAloneTrainings networks that the run trained by themselves, failed ones included, in trainings of full length
 * @param standAlone projected cost of these
 * @param sharedWeights projected cost of the shared weights; nothing for a run without
 */
public record ProjectedRun(
        String strategy, long seed, double standAloneTrainings, ProjectedCost standAlone, ProjectedCost sharedWeights) {
    /** The projection of one run of a study. A run has shared weights if the ledger charged it for training some. */
    public static ProjectedRun of(StudyResults study, StudyResults.Run run) {
        boolean shared = study.charges().stream()
                .anyMatch(charge -> charge.strategy().equals(run.strategy())
                        && charge.seed() == run.seed()
                        && charge.category().equals(CostCategory.SHARED_WEIGHTS.label()));
        Projection assumptions = study.projection();
        return new ProjectedRun(
                run.strategy(),
                run.seed(),
                run.trainings(),
                ProjectedCost.of(run.trainings(), assumptions),
                ProjectedCost.of(shared ? assumptions.supernetTrainings() : 0, assumptions));
    }

    /** The projections of all runs, in the study's order. */
    public static List<ProjectedRun> of(StudyResults study) {
        return study.runs().stream().map(run -> of(study, run)).toList();
    }

    /** Shared weights and stand-alone trainings together. */
    public ProjectedCost total() {
        return standAlone.plus(sharedWeights);
    }
}
