package org.nasworkbench.results;

/**
 * Named assumptions, each with its source; never mixed with measured time.
 *
 * @param gpuDaysPerTraining GPU-days of one stand-alone training at the article's scale
 * @param dollarsPerGpuDay the price that costs are reckoned with
 * @param lowestDollarsPerGpuDay the least that a GPU-day is sold for
 * @param highestDollarsPerGpuDay the most that a GPU-day is sold for
 * @param supernetTrainings what training a supernet costs, in stand-alone trainings
 */
public record Projection(
        double gpuDaysPerTraining,
        double dollarsPerGpuDay,
        double lowestDollarsPerGpuDay,
        double highestDollarsPerGpuDay,
        double supernetTrainings,
        String source) {
    public Projection {
        if (!(lowestDollarsPerGpuDay <= dollarsPerGpuDay && dollarsPerGpuDay <= highestDollarsPerGpuDay)) {
            throw new IllegalArgumentException("the price of a GPU-day must lie within its band, but was "
                    + dollarsPerGpuDay + " and the band " + lowestDollarsPerGpuDay + " to "
                    + highestDollarsPerGpuDay);
        }
    }

    /** Assumptions with one price and no band around it. */
    public Projection(double gpuDaysPerTraining, double dollarsPerGpuDay, double supernetTrainings, String source) {
        this(gpuDaysPerTraining, dollarsPerGpuDay, dollarsPerGpuDay, dollarsPerGpuDay, supernetTrainings, source);
    }
}
