package org.nasworkbench.strategy.supernet;

/**
 * Offers {@code spos}: Guo et al., "Single Path One-Shot Neural Architecture Search with Uniform Sampling", ECCV 2020, arXiv 1904.00420:
 * uniform single paths, then evolution by the scores of shared weights.
 *
 * <p>Deviations. Generations and populations are smaller by default (20 of 50 in the paper); several of the best networks are trained
 * stand-alone, and the best of those is chosen.
 */
public final class SinglePathProvider extends SupernetProvider {
    /** For the service loader. */
    public SinglePathProvider() {
        super("spos", new OneShotSettings(Sampling.UNIFORM_PATH, true));
    }
}
