package org.nasworkbench.strategy.supernet;

/**
 * Offers {@code proxylessnas}: Cai, Zhu and Han, "ProxylessNAS: Direct Neural Architecture Search on Target Task and Hardware", ICLR 2019, arXiv
 * 1812.00332: one sampled path trains the weights, two sampled paths with binary gates the logits, so that memory is that of one or two
 * networks.
 *
 * <p>Deviations. Logits are equal at first; the authors draw
 * them with a deviation of 0.001. The most likely network is trained beside draws from the distribution.
 */
public final class ProxylessNasProvider extends SupernetProvider {
    /** For the service loader. */
    public ProxylessNasProvider() {
        super("proxylessnas", new GradientSettings(120, 40, false, "", 0.001, 0, 0, 5, 0.1, 0.3, 1, 1, "linear"));
    }
}
