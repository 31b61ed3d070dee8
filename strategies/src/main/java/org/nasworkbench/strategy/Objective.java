package org.nasworkbench.strategy;

import java.util.Optional;
import org.nasworkbench.latency.Latency;

/**
 * What a search maximises: a score, weighed by latency as a ratio to the target. Tan et al., "MnasNet", CVPR 2019, arXiv
 * 1807.11626, equations 2 and 3.
 *
 * @param form how latency enters
 * @param target the latency aimed at
 * @param w exponent of the soft form, at most 0; the paper's is -0.07
 */
public record Objective(Form form, Latency target, double w) {
    /** How latency enters the objective. */
    public enum Form {
        /** score x (latency / target)^w. */
        SOFT,
        /** The score up to the target, score x target / latency beyond. */
        HARD,
        /** The score up to the target; beyond it minus the relative excess, below every feasible network. */
        CONSTRAINT,
        /** The score alone. */
        NONE
    }

    public Objective {
        if (!(w <= 0 && w >= -10)) {
            throw new IllegalArgumentException("w must be in [-10, 0], but was " + w);
        }
    }

    /**
     * The value of a network, larger is better.
     *
     * @param score fraction in [0, 1]
     * @param latency may be empty for {@link Form#NONE} only
     */
    public double value(double score, Optional<Latency> latency) {
        if (form == Form.NONE) {
            return score;
        }
        double ratio = latency.orElseThrow().relativeTo(target);
        return switch (form) {
            case SOFT -> score * StrictMath.pow(ratio, w);
            case HARD -> ratio <= 1 ? score : score / ratio;
            case CONSTRAINT -> ratio <= 1 ? score : 1 - ratio;
            case NONE -> score;
        };
    }
}
