package org.nasworkbench.space;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nasworkbench.space.LayerKind.Convolution;

/**
 * Writes down a network layer by layer and works out shapes, MACs and parameters. Methods take and return layer indices;
 * names are prefixed by {@link #scope}.
 */
public final class NetworkBuilder {
    private final List<Layer> layers = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private String scope = "";

    /** Starts a network at an input of the given shape; the input is layer 0. */
    public NetworkBuilder(Shape input) {
        layers.add(new Layer("input", new LayerKind.Input(), List.of(), input, 0, 0));
    }

    /** Adds a further input, for a part of a network that takes several. */
    public int input(String name, Shape shape) {
        return add(name, new LayerKind.Input(), shape, 0, 0);
    }

    /** Sets the prefix of the names that follow, such as {@code block3}; empty for none. */
    public NetworkBuilder scope(String prefix) {
        scope = prefix;
        return this;
    }

    /** Shape of a layer's output. */
    public Shape shape(int layer) {
        return layers.get(layer).output();
    }

    /** Index of the layer added last. */
    public int last() {
        return layers.size() - 1;
    }

    /** Convolution without bias, then batch normalisation. */
    public int convolutionNorm(String name, int from, int out, int kernel, int stride, int dilation, int groups) {
        return norm(name, convolution(name, from, new Convolution(out, kernel, stride, dilation, groups, false)));
    }

    private int norm(String name, int from) {
        Shape shape = shape(from);
        return add(name + ".norm", new LayerKind.BatchNorm(), shape, 0, 2L * shape.channels(), from);
    }

    /** Batch normalisation, ReLU. */
    public int normRelu(String name, int from) {
        return relu(name + ".relu", norm(name, from));
    }

    /** ReLU, convolution without bias, batch normalisation. */
    public int reluConvolutionNorm(String name, int from, int out, int kernel, int stride) {
        return convolutionNorm(name, relu(name + ".relu", from), out, kernel, stride, 1, 1);
    }

    /** Convolution without bias, batch normalisation, ReLU. */
    public int convolutionNormRelu(String name, int from, int out, int kernel, int stride, int dilation, int groups) {
        return relu(name + ".relu", convolutionNorm(name, from, out, kernel, stride, dilation, groups));
    }

    /** A 1x1 convolution with bias and nothing behind it: a classifier or a gate. */
    public int pointwise(String name, int from, int out) {
        return convolution(name, from, new Convolution(out, 1, 1, 1, 1, true));
    }

    /** Any convolution. */
    public int convolution(String name, int from, Convolution kind) {
        Shape in = shape(from);
        int out = kind.outChannels();
        if (in.channels() % kind.groups() != 0 || out % kind.groups() != 0) {
            throw new IllegalArgumentException("groups must divide the channels, but " + name + " has " + in.channels()
                    + " -> " + out + " channels in " + kind.groups() + " groups");
        }
        int beyond = kind.dilation() * (kind.kernel() - 1) - 2 * kind.padding();
        if (Math.min(in.height(), in.width()) <= beyond) {
            throw new IllegalArgumentException("a kernel must fit into the padded input, but " + name + " has kernel "
                    + kind.kernel() + " on " + in);
        }
        Shape shape = new Shape(
                out, (in.height() - beyond - 1) / kind.stride() + 1, (in.width() - beyond - 1) / kind.stride() + 1);
        long weightsPerOutput = (long) kind.kernel() * kind.kernel() * in.channels() / kind.groups();
        long parameters = weightsPerOutput * out + (kind.bias() ? out : 0);
        return add(name, kind, shape, shape.elements() * weightsPerOutput, parameters, from);
    }

    /** Any convolution, then ReLU. */
    public int convolutionRelu(String name, int from, Convolution kind) {
        return relu(name + ".relu", convolution(name, from, kind));
    }

    public int relu(String name, int from) {
        return same(name, new LayerKind.Relu(), from);
    }

    /** A layer that keeps the shape of its first input and has no parameters. */
    public int same(String name, LayerKind kind, int... from) {
        return add(name, kind, shape(from[0]), 0, 0, from);
    }

    public int concatenate(String name, int... from) {
        int channels = 0;
        for (int layer : from) {
            channels += shape(layer).channels();
        }
        return add(name, new LayerKind.Concatenate(), shape(from[0]).withChannels(channels), 0, 0, from);
    }

    /** The greatest value under each window. */
    public int maxPool(String name, int from, LayerKind.MaxPool kind) {
        Shape in = shape(from);
        Shape out = new Shape(in.channels(), windows(name, in.height(), kind), windows(name, in.width(), kind));
        return add(name, kind, out, 0, 0, from);
    }

    private static int windows(String name, int pixels, LayerKind.MaxPool kind) {
        int room = pixels + 2 * kind.padding() - kind.kernel();
        if (room < 0) {
            throw new IllegalArgumentException("a window must fit into the padded input, but " + name + " has "
                    + kind.kernel() + " pixels on " + pixels);
        }
        int whole = room / kind.stride() + 1;
        boolean further = kind.roundUp() && room % kind.stride() > 0 && whole * kind.stride() < pixels + kind.padding();
        return further ? whole + 1 : whole;
    }

    /** Average pooling whose kernel is clipped to the feature map. */
    public int averagePool(String name, int from, int kernel, int strideHeight, int strideWidth) {
        Shape in = shape(from);
        int height = Math.min(kernel, in.height());
        int width = Math.min(kernel, in.width());
        Shape out = new Shape(
                in.channels(), (in.height() - height) / strideHeight + 1, (in.width() - width) / strideWidth + 1);
        return add(name, new LayerKind.AveragePool(height, width, strideHeight, strideWidth, 0), out, 0, 0, from);
    }

    /** Average pooling at stride 1 that keeps the size. */
    public int smooth(String name, int from, int kernel) {
        return smooth(name, from, kernel, 1);
    }

    /** Average pooling, padded so that it keeps the size at stride 1. */
    public int smooth(String name, int from, int kernel, int stride) {
        Shape in = shape(from);
        Shape out = new Shape(in.channels(), (in.height() - 1) / stride + 1, (in.width() - 1) / stride + 1);
        return add(name, new LayerKind.AveragePool(kernel, kernel, stride, stride, kernel / 2), out, 0, 0, from);
    }

    /** The mean of each channel. */
    public int globalPool(String name, int from) {
        return add(name, new LayerKind.GlobalPool(), new Shape(shape(from).channels(), 1, 1), 0, 0, from);
    }

    /** A linear layer with bias on all values of a feature map. */
    public int linear(String name, int from, int outputs) {
        long weights = shape(from).elements() * outputs;
        return add(name, new LayerKind.Linear(outputs), new Shape(outputs, 1, 1), weights, weights + outputs, from);
    }

    /** Bilinear enlargement; nothing where the size is right already. */
    public int resize(String name, int from, int height, int width) {
        Shape in = shape(from);
        if (in.height() == height && in.width() == width) {
            return from;
        }
        if (in.height() > height || in.width() > width) {
            throw new IllegalArgumentException(
                    "a resize must not make a map smaller, for engines differ in how they do it," + " but " + name
                            + " is to make " + in + " " + height + "x" + width);
        }
        Shape out = new Shape(in.channels(), height, width);
        return add(name, new LayerKind.Resize(height, width), out, 0, 0, from);
    }

    /** The network so far; its output is the layer added last. */
    public Network build() {
        return new Network(layers);
    }

    private int add(String name, LayerKind kind, Shape output, long macs, long parameters, int... from) {
        String full = scope.isEmpty() ? name : scope + "." + name;
        if (!names.add(full)) {
            throw new IllegalArgumentException("layer names must differ, but " + full + " is there twice");
        }
        List<Integer> inputs = new ArrayList<>();
        for (int layer : from) {
            inputs.add(layer);
        }
        layers.add(new Layer(full, kind, inputs, output, macs, parameters));
        return last();
    }
}
