package org.nasworkbench.experiment.study;

/**
 * How rankings by shared weights are checked.
 *
 * @param genotypes networks that are trained stand-alone for it, once a study; 0: the rankings are not checked
 */
public record FidelitySpec(int genotypes) {
    /** Below, no interval can be told. */
    public static final int FEWEST = 10;

    public FidelitySpec {
        Require.that(
                genotypes == 0 || genotypes >= FEWEST,
                "networks that check a ranking must be 0 or at least " + FEWEST,
                genotypes);
    }

    /** Whether they are checked. */
    public boolean isOn() {
        return genotypes > 0;
    }
}
