package org.nasworkbench.results;

/**
 * What a number of trainings would cost at the scale of the assumptions: projected, never measured, and never added to measured
 * time.
 *
 * @param gpuDays projected GPU-days
 * @param dollars projected dollars
 */
public record ProjectedCost(double gpuDays, double dollars) {
    /**
     * The article's own assumptions: a training takes 1 GPU-day, a GPU-day costs 70 dollars, a supernet is 10 trainings. The price
     * follows from 1,000 trainings being called 70,000 dollars.
     */
    public static final Projection ARTICLE = new Projection(1, 70, 10, "EE Times interview, 2019");

    /** The article's search that trains each network by itself: 1,000 trainings, 1,000 GPU-days, $70,000. */
    public static final ProjectedCost ARTICLE_STAND_ALONE = of(1000, ARTICLE);

    /** The article's supernet: 10 trainings, 10 GPU-days, $700. */
    public static final ProjectedCost ARTICLE_SUPERNET = of(ARTICLE.supernetTrainings(), ARTICLE);

    /** The cost of {@code trainings} stand-alone trainings. */
    public static ProjectedCost of(double trainings, Projection assumptions) {
        double gpuDays = trainings * assumptions.gpuDaysPerTraining();
        return new ProjectedCost(gpuDays, gpuDays * assumptions.dollarsPerGpuDay());
    }

    /** Both together. */
    public ProjectedCost plus(ProjectedCost other) {
        return new ProjectedCost(gpuDays + other.gpuDays, dollars + other.dollars);
    }
}
