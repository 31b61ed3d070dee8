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

    /** The sum of its inputs, two or more of one shape. */
    record Add() implements LayerKind {}

    /** The product of two inputs of one shape, or of a feature map and one number a channel. */
    record Multiply() implements LayerKind {}

    /** All inputs side by side along the channels. */
    record Concatenate() implements LayerKind {}

    /** Zeros in the shape of the input: what skipping leaves beside an identity. */
    record Zero() implements LayerKind {}

    /** The input moved up and left by one pixel, zeros entering from below and right (the second path of a factorised reduce). */
    record ShiftByOne() implements LayerKind {}

    /** The channels of the input dealt out anew: the first of each group, then the second of each, and so on. */
    record Shuffle(int groups) implements LayerKind {}

    /**
     * Average pooling.
     *
     * @param padding empty pixels on each side, which do not count
     */
    record AveragePool(int kernelHeight, int kernelWidth, int strideHeight, int strideWidth, int padding)
            implements LayerKind {}

    /** The mean of each channel. */
    record GlobalPool() implements LayerKind {}

    /** Sums of all channels of a 1x1 input, with weights and a bias. */
    record Linear(int outputs) implements LayerKind {}

    /** Bilinear resize to the given size, half-pixel centres. */
    record Resize(int height, int width) implements LayerKind {}
}
