package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How expected latency enters the loss of the logits. Only {@link Form#RATIO} means the same in whatever unit latency is measured; the
 * others are as published, in milliseconds.
 *
 * @param weight lambda, or alpha
 * @param power beta of the forms that have one
 * @param targetMillis the study's target
 * @param fixedMillis latency that no block has a part in
 */
record LatencyLoss(Form form, double weight, double power, double targetMillis, double fixedMillis)
        implements Serializable {
    /** Cross-entropy CE and expected latency E become one number. */
    enum Form {
        /** CE + lambda E / target, without the fixed part, which has no gradient. ProxylessNAS' "add#linear" has the same gradient. */
        RATIO,
        /** CE + lambda E: Shaw et al., "SqueezeNAS", 2019, arXiv 1908.01748; their E is millions of operations. */
        LINEAR,
        /** CE x alpha (log E)^beta: Wu et al., "FBNet", CVPR 2019, arXiv 1812.03443, section 3.2; alpha 0.2 and beta 0.6. */
        LOG,
        /** alpha CE (log E / log target)^beta: the authors' code of ProxylessNAS, arXiv 1812.00332; alpha 0.2 and beta 0.3. */
        LOG_RATIO
    }

    /** @throws IllegalArgumentException if the form is not defined for such short latencies */
    void check() {
        if ((form == Form.LOG || form == Form.LOG_RATIO) && !(fixedMillis > 1 && targetMillis > 1)) {
            throw new IllegalArgumentException("the latency loss " + word(form)
                    + " takes the logarithm of milliseconds and needs a target and a fixed part above 1 ms, but they are "
                    + targetMillis + " ms and " + fixedMillis + " ms: use ratio");
        }
    }

    /** Words of the forms in studies. */
    static List<String> words() {
        return Arrays.stream(Form.values()).map(LatencyLoss::word).toList();
    }

    /** The form of a word. */
    static Form form(String word) {
        return Form.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static String word(Form form) {
        return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The loss to minimise.
     *
     * @param crossEntropy a scalar
     * @param millis expected latency of the searched blocks, a scalar
     */
    NDArray of(NDArray crossEntropy, NDArray millis) {
        NDManager step = crossEntropy.getManager();
        NDArray factor = number(step, weight);
        return switch (form) {
            case RATIO -> crossEntropy.add(millis.mul(number(step, weight / targetMillis)));
            case LINEAR -> crossEntropy.add(millis.mul(factor));
            case LOG -> crossEntropy.mul(factor).mul(log(millis, step).pow(number(step, power)));
            case LOG_RATIO ->
                crossEntropy
                        .mul(factor)
                        .mul(log(millis, step)
                                .div(number(step, Math.log(targetMillis)))
                                .pow(number(step, power)));
        };
    }

    private NDArray log(NDArray millis, NDManager step) {
        return millis.add(number(step, fixedMillis)).log();
    }

    /** An array, since the engine reads a number of Java's only when it may be gone. */
    private static NDArray number(NDManager step, double value) {
        return step.full(new Shape(1), (float) value);
    }
}
