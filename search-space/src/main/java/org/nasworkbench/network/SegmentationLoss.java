package org.nasworkbench.network;

import ai.djl.ndarray.NDArray;

/** Pixel-wise cross-entropy with weights; void pixels have weight 0. */
public final class SegmentationLoss {
    private SegmentationLoss() {}

    /**
     * The weighted mean of -log p(label).
     *
     * @param scores class scores [N, K, H, W]
     * @param labels class of each pixel, int64 [N, H, W]; anything in [0, K) where the weight is 0
     * @param weights weight of each pixel, float32 [N, H, W], 0 for void; not all 0
     * @return a scalar
     */
    public static NDArray crossEntropy(NDArray scores, NDArray labels, NDArray weights) {
        NDArray picked = scores.logSoftmax(1).gather(labels.expandDims(1), 1).squeeze(1);
        return picked.mul(weights).sum().div(weights.sum()).neg();
    }
}
