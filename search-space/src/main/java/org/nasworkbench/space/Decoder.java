package org.nasworkbench.space;

/**
 * The decoders of SqueezeNAS. Deviation from the authors' code: resizing uses half-pixel centres throughout, where their last
 * resize aligns corners (no effect on MACs or parameters).
 */
public enum Decoder {
    /**
     * LR-ASPP, as in MobileNetV3 (Howard et al. 2019, arXiv 1905.02244): gated features at stride 16, class scores at stride 8.
     * The pooling kernel of 49 with stride 16x20 is clipped to the feature map.
     */
    LR_ASPP {
        @Override
        int write(NetworkBuilder network, int features, int tap, int middle, int classes) {
            Shape size = network.shape(features);
            int value = network.convolutionNormRelu("value", features, middle, 1, 1, 1, 1);
            int pooled = network.averagePool("pool", features, 49, 16, 20);
            int gate = network.same("gate.sigmoid", new LayerKind.Sigmoid(), network.pointwise("gate", pooled, middle));
            int spread = network.resize("gate.resize", gate, size.height(), size.width());
            int gated = network.same("gated", new LayerKind.Multiply(), value, spread);
            int fine = network.resize(
                    "gated.resize",
                    gated,
                    network.shape(tap).height(),
                    network.shape(tap).width());
            int high = network.pointwise("classes.high", fine, classes);
            int low = network.pointwise("classes.low", tap, classes);
            return network.same("classes", new LayerKind.Add(), high, low);
        }
    },

    /** ASPP with depthwise atrous branches at rates 6, 12, 18 and image pooling (Chen et al. 2018, arXiv 1802.02611). */
    ASPP {
        @Override
        int write(NetworkBuilder network, int features, int tap, int middle, int classes) {
            Shape size = network.shape(features);
            int point = network.convolutionNormRelu("branch1", features, middle, 1, 1, 1, 1);
            int rate6 = network.convolutionNormRelu("branch6", features, middle, 3, 1, 6, middle);
            int rate12 = network.convolutionNormRelu("branch12", features, middle, 3, 1, 12, middle);
            int rate18 = network.convolutionNormRelu("branch18", features, middle, 3, 1, 18, middle);
            int pooled = network.averagePool("pool", features, Integer.MAX_VALUE, 1, 1);
            int image = network.resize("pool.resize", pooled, size.height(), size.width());
            int all = network.concatenate("branches", point, rate6, rate12, rate18, image);
            int merged = network.convolutionNormRelu("merge", all, middle, 1, 1, 1, 1);
            Shape fine = network.shape(tap);
            int up = network.resize("merge.resize", merged, fine.height(), fine.width());
            int low = network.pointwise("low", tap, fine.channels());
            int joined = network.concatenate("joined", up, low);
            int channels = network.shape(joined).channels();
            int refined = network.convolutionNormRelu("refine", joined, channels, 3, 1, 1, channels);
            return network.pointwise("classes", refined, classes);
        }
    };

    /**
     * Writes the decoder's layers.
     *
     * @return index of the class scores, at the resolution of {@code tap}
     */
    abstract int write(NetworkBuilder network, int features, int tap, int middle, int classes);
}
