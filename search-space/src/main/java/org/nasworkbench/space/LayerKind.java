package org.nasworkbench.space;

import java.io.Serializable;

/** What a layer computes. A closed set: whatever runs, writes or times networks handles each of these and nothing else. */
public sealed interface LayerKind extends Serializable {
    /** The image, or the feature map that a part of a network starts from. */
    record Input() implements LayerKind {}

    /**
     * A two-dimensional convolution; padding keeps the size at stride 1.
     *
     * @param kernel side of the square kernel, odd
     * @param stride 1 or 2
     * @param dilation distance of the kernel's taps
     * @param groups divides input and output channels
     * @param bias whether a bias is added
     */
    record Convolution(int outChannels, int kernel, int stride, int dilation, int groups, boolean bias)
            implements LayerKind {
        /** Zero padding on each side, in pixels. */
        public int padding() {
            return dilation * (kernel - 1) / 2;
        }
    }

    /** Batch normalisation with learned scale and shift per channel. */
    record BatchNorm() implements LayerKind {}

    /** max(0, x). */
    record Relu() implements LayerKind {}

    /** The logistic function. */
    record Sigmoid() implements LayerKind {}

    /** The sum of two inputs of one shape. */
    record Add() implements LayerKind {}

    /** The product of two inputs of one shape. */
    record Multiply() implements LayerKind {}

    /** All inputs side by side along the channels. */
    record Concatenate() implements LayerKind {}

    /** Zeros in the shape of the input: what skipping leaves beside an identity. */
    record Zero() implements LayerKind {}

    /** The input moved up and left by one pixel, zeros entering from below and right (the second path of a factorised reduce). */
    record ShiftByOne() implements LayerKind {}

    /** Average pooling without padding. */
    record AveragePool(int kernelHeight, int kernelWidth, int strideHeight, int strideWidth) implements LayerKind {}

    /** Bilinear resize to the given size, half-pixel centres. */
    record Resize(int height, int width) implements LayerKind {}
}
