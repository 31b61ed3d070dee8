package org.nasworkbench.strategy.supernet;

/**
 * Offers {@code fbnet}: Wu et al., "FBNet: Hardware-Aware Efficient ConvNet Design via Differentiable Neural Architecture Search", CVPR
 * 2019, arXiv 1812.03443: 80 % of the images for the weights, 20 % for the logits, ten epochs of warm-up of 90, a temperature that falls by a factor
 * of 0.956 an epoch.
 *
 * <p>Deviations. One draw of noise is for a whole batch, as in its re-implementations; weights and logits take turns step by step, not epoch by
 * epoch; latency enters as a ratio to the target unless the published loss is asked for. The most likely network is trained beside the draws.
 */
public final class FbnetSupernetProvider extends SupernetProvider {
    /** For the service loader. */
    public FbnetSupernetProvider() {
        super(
                "fbnet",
                new GradientSettings(90, 10, true, "batch", 0.01, 0.9, 5e-4, 1, 0.2, 0.6, 5, 0.087, "exponential"));
    }
}
