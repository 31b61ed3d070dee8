package org.nasworkbench.space;

import java.io.Serializable;

/** What a layer computes. A closed set: whatever runs, writes or times networks handles each of these and nothing else. */
public sealed interface LayerKind extends Serializable {
    /** The image, or the feature map that a part of a network starts from. */
    record Input() implements LayerKind {}

    /**
     * A two-dimensional convolution.
     *
     * @param kernel side of the square kernel
     * @param stride pixels from one output to the next, at least 1
     * @param padding zeros on each side, in pixels
     * @param dilation distance of the kernel's taps
     * @param groups divides input and output channels
     * @param bias whether a bias is added
     */
    record Convolution(int outChannels, int kernel, int stride, int padding, int dilation, int groups, boolean bias)
            implements LayerKind {
        /** Padding that keeps the size at stride 1; the kernel is odd. */
        public Convolution(int outChannels, int kernel, int stride, int dilation, int groups, boolean bias) {
            this(outChannels, kernel, stride, dilation * (kernel - 1) / 2, dilation, groups, bias);
        }
    }

    /** Batch normalisation with learned scale and shift per channel. */
    record BatchNorm() implements LayerKind {
        /** What is added to the variance. */
        public static final float EPSILON = 1e-5f;
    }

    /** max(0, x). */
    record Relu() implements LayerKind {}

    /** min(max(0, x), 6). */
    record Relu6() implements LayerKind {}

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
     * The greatest value under a square window.
     *
     * @param padding empty pixels on each side, which are never the greatest; at most half the kernel
     * @param roundUp whether a last window that reaches beyond the padded input counts, as long as it begins before the padding
     *     behind; otherwise only whole windows count
     */
    record MaxPool(int kernel, int stride, int padding, boolean roundUp) implements LayerKind {
        public MaxPool {
            if (2 * padding > kernel) {
                throw new IllegalArgumentException(
                        "the padding of a pool must be at most half its kernel of " + kernel + ", but was " + padding);
            }
        }
    }

    /**
     * Average pooling.
     *
     * @param padding empty pixels on each side, which do not count
     */
    record AveragePool(int kernelHeight, int kernelWidth, int strideHeight, int strideWidth, int padding)
            implements LayerKind {}

    /** The mean of each channel. */
    record GlobalPool() implements LayerKind {}

    /** Sums of all values of the input, channel by channel and row by row, with weights and a bias. */
    record Linear(int outputs) implements LayerKind {}

    /** Bilinear resize to the given size, which is nowhere smaller than the input's; half-pixel centres. */
    record Resize(int height, int width) implements LayerKind {}
}
