package org.nasworkbench.experiment.study;

/**
 * The assumptions that turn a study's counts into its cost at full scale.
 *
 * @param gpuDaysPerTraining GPU-days of one stand-alone training, above 0
 * @param dollarsPerGpuDay US dollars, above 0
 * @param lowestDollars of the price band, above 0 and at most the price
 * @param highestDollars of the price band, at least the price
 * @param supernetTrainings shared weights as a multiple of one stand-alone training, above 0
 * @param source where the assumptions come from
 */
public record ProjectionSpec(
        double gpuDaysPerTraining,
        double dollarsPerGpuDay,
        double lowestDollars,
        double highestDollars,
        double supernetTrainings,
        String source) {
    public ProjectionSpec {
        Require.that(gpuDaysPerTraining > 0, "GPU-days per training must be above 0", gpuDaysPerTraining);
        Require.that(dollarsPerGpuDay > 0, "dollars per GPU-day must be above 0", dollarsPerGpuDay);
        Require.that(
                lowestDollars > 0 && lowestDollars <= dollarsPerGpuDay && dollarsPerGpuDay <= highestDollars,
                "a price band must hold the price of " + dollarsPerGpuDay,
                lowestDollars + " to " + highestDollars);
        Require.that(supernetTrainings > 0, "supernet trainings must be above 0", supernetTrainings);
        Require.that(!source.isEmpty(), "a projection's source must not be empty", "'" + source + "'");
    }

    /** With one price and no band. */
    public ProjectionSpec(double gpuDaysPerTraining, double dollarsPerGpuDay, double supernetTrainings, String source) {
        this(gpuDaysPerTraining, dollarsPerGpuDay, dollarsPerGpuDay, dollarsPerGpuDay, supernetTrainings, source);
    }
}
