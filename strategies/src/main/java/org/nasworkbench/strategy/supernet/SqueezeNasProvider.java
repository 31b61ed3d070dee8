package org.nasworkbench.strategy.supernet;

/**
 * Offers {@code squeezenas}: Shaw, Hunter, Iandola, Sidhu, "SqueezeNAS: Fast Neural Architecture Search for Faster Semantic
 * Segmentation", ICCV-W 2019, arXiv 1908.01748.
 *
 * <p>Deviations. Logits are learned on held-out images in turn with the weights (as FBNet does), by Adam and after a warm-up; the
 * authors' code steps both on the same batch, by gradient descent (both can be set). Latency enters as a ratio to the target. The
 * authors take the argmax of one Gumbel sample; here the argmax of the logits and further draws from their distribution are trained by
 * the study's shared protocol, and the best is chosen.
 */
public final class SqueezeNasProvider extends SupernetProvider {
    /** For the service loader. */
    public SqueezeNasProvider() {
        super("squeezenas", new GradientSettings(30, 5, true, "image", 0.05, 0.9, 0, 1, 0.2, 1, 5, 1, "linear"));
    }
}
