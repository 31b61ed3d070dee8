package org.nasworkbench.strategy.supernet;

/**
 * Offers {@code fairnas}: Chu, Zhang and Xu, "FairNAS: Rethinking Evaluation Fairness of Weight Sharing Neural Architecture Search", ICCV
 * 2021, arXiv 1907.01845: strict fairness, each option of each block once before the weights change.
 *
 * <p>Deviations. The search by shared scores is the evolution of {@code spos}, where theirs is NSGA-II; an epoch has as many steps as one of the
 * other methods, each of as many passes as there are options.
 */
public final class FairNasProvider extends SupernetProvider {
    /** For the service loader. */
    public FairNasProvider() {
        super("fairnas", new OneShotSettings(Sampling.FAIR_PATHS, true));
    }
}
