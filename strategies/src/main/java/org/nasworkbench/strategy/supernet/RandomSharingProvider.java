package org.nasworkbench.strategy.supernet;

/**
 * Offers {@code random-sharing}: random search with weight sharing, the baseline that a supernet has to beat. Li and Talwalkar, "Random
 * Search and Reproducibility for Neural Architecture Search", UAI 2019, arXiv 1902.07638, section 3.
 *
 * <p>Deviations. Batch norms take their statistics anew for each network.
 */
public final class RandomSharingProvider extends SupernetProvider {
    /** For the service loader. */
    public RandomSharingProvider() {
        super("random-sharing", new OneShotSettings(Sampling.UNIFORM_PATH, false));
    }
}
