package org.nasworkbench.onnx;

import static org.nasworkbench.onnx.OnnxGraph.fraction;
import static org.nasworkbench.onnx.OnnxGraph.number;
import static org.nasworkbench.onnx.OnnxGraph.numbers;
import static org.nasworkbench.onnx.OnnxGraph.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.LayerKind.AveragePool;
import org.nasworkbench.space.LayerKind.Convolution;
import org.nasworkbench.space.LayerKind.MaxPool;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.Shape;

/** Writes each layer of a network as nodes. What a layer puts out has the layer's name, but for the last one's. */
final class OnnxLayers {
    private final List<Layer> layers;
    private final Function<String, float[]> weights;
    private final int batch;
    private final FoldedNorms folded;
    private final OnnxGraph graph;

    OnnxLayers(Network network, Function<String, float[]> weights, OnnxModel.Form form, OnnxGraph graph) {
        layers = network.layers();
        this.weights = weights;
        batch = form.batch();
        folded = form.folded() ? new FoldedNorms(network) : new FoldedNorms();
        this.graph = graph;
    }

    /** Writes one layer. */
    void write(int index) {
        Layer layer = layers.get(index);
        LayerKind kind = layer.kind();
        String out = value(index);
        List<String> in = layer.inputs().stream().map(this::value).toList();
        if (kind instanceof LayerKind.Input) {
            if (!out.equals(layer.name())) {
                graph.node("Identity", out, List.of(layer.name()));
            }
        } else if (kind instanceof Convolution convolution) {
            convolution(index, convolution, in.get(0));
        } else if (kind instanceof LayerKind.BatchNorm) {
            if (!folded.contains(index)) {
                norm(layer, out, in.get(0));
            }
        } else if (kind instanceof LayerKind.Relu) {
            graph.node("Relu", out, in);
        } else if (kind instanceof LayerKind.Relu6) {
            graph.node("Clip", out, List.of(in.get(0), bound(out + ".least", 0), bound(out + ".most", 6)));
        } else if (kind instanceof LayerKind.Sigmoid) {
            graph.node("Sigmoid", out, in);
        } else if (kind instanceof LayerKind.Add) {
            graph.node(in.size() == 2 ? "Add" : "Sum", out, in);
        } else if (kind instanceof LayerKind.Multiply) {
            graph.node("Mul", out, in);
        } else if (kind instanceof LayerKind.Concatenate) {
            graph.node("Concat", out, in, number("axis", 1));
        } else if (kind instanceof LayerKind.Zero) {
            graph.node("ConstantOfShape", out, List.of(graph.constant(out + ".shape", dimensions(layer.output()))));
        } else if (kind instanceof LayerKind.ShiftByOne) {
            shift(layer.output(), out, in.get(0));
        } else if (kind instanceof LayerKind.Shuffle shuffle) {
            shuffle(layer.output(), shuffle.groups(), out, in.get(0));
        } else if (kind instanceof AveragePool pool) {
            average(pool, out, in);
        } else if (kind instanceof MaxPool pool) {
            greatest(pool, layers.get(layer.inputs().get(0)).output(), layer.output(), out, in);
        } else if (kind instanceof LayerKind.GlobalPool) {
            graph.node("GlobalAveragePool", out, in);
        } else if (kind instanceof LayerKind.Linear linear) {
            linear(layer, linear.outputs(), out, in.get(0));
        } else if (kind instanceof LayerKind.Resize) {
            resize(layer.output(), out, in.get(0));
        } else {
            throw new IllegalStateException("no way to write a layer of kind " + kind);
        }
    }

    /** The name of what a layer puts out. */
    private String value(int index) {
        return index == layers.size() - 1 ? OnnxModel.OUTPUT : layers.get(index).name();
    }

    /** A convolution, with the batch norm behind it where it is folded. */
    private void convolution(int index, Convolution kind, String in) {
        Layer layer = layers.get(index);
        int inChannels = layers.get(layer.inputs().get(0)).output().channels();
        float[] weight = weights.apply(layer.name() + ".weight").clone();
        float[] bias = kind.bias() ? weights.apply(layer.name() + ".bias").clone() : new float[kind.outChannels()];
        Optional<Integer> norm = folded.after(index);
        norm.ifPresent(
                behind -> FoldedNorms.fold(weight, bias, layers.get(behind).name(), weights));
        int kernel = kind.kernel();
        List<String> inputs = new ArrayList<>(List.of(
                in,
                graph.constant(
                        layer.name() + ".weight",
                        weight,
                        kind.outChannels(),
                        inChannels / kind.groups(),
                        kernel,
                        kernel)));
        if (kind.bias() || norm.isPresent()) {
            inputs.add(graph.constant(layer.name() + ".bias", bias, kind.outChannels()));
        }
        int padding = kind.padding();
        graph.node(
                "Conv",
                value(norm.orElse(index)),
                inputs,
                numbers("kernel_shape", kernel, kernel),
                numbers("strides", kind.stride(), kind.stride()),
                numbers("pads", padding, padding, padding, padding),
                numbers("dilations", kind.dilation(), kind.dilation()),
                number("group", kind.groups()));
    }

    private void norm(Layer layer, String out, String in) {
        List<String> inputs = new ArrayList<>(List.of(in));
        for (String part : List.of(".scale", ".shift", ".mean", ".variance")) {
            String name = layer.name() + part;
            inputs.add(graph.constant(name, weights.apply(name), layer.output().channels()));
        }
        graph.node("BatchNormalization", out, inputs, fraction("epsilon", LayerKind.BatchNorm.EPSILON));
    }

    private void shift(Shape shape, String out, String in) {
        String cut = out + ".cut";
        graph.node(
                "Slice",
                cut,
                List.of(
                        in,
                        graph.constant(out + ".from", 1, 1),
                        graph.constant(out + ".to", shape.height(), shape.width()),
                        graph.constant(out + ".axes", 2, 3)));
        graph.node("Pad", out, List.of(cut, graph.constant(out + ".pads", 0, 0, 0, 0, 0, 0, 1, 1)));
    }

    private void shuffle(Shape shape, int groups, String out, String in) {
        String dealt = out + ".dealt";
        String turned = out + ".turned";
        String sizes = graph.constant(
                out + ".groups", batch, groups, shape.channels() / groups, shape.height(), shape.width());
        graph.node("Reshape", dealt, List.of(in, sizes));
        graph.node("Transpose", turned, List.of(dealt), numbers("perm", 0, 2, 1, 3, 4));
        graph.node("Reshape", out, List.of(turned, graph.constant(out + ".shape", dimensions(shape))));
    }

    /** Padded so that whole windows alone give the output: runtimes differ in which others count. */
    private void greatest(MaxPool pool, Shape from, Shape to, String out, List<String> in) {
        int before = pool.padding();
        graph.node(
                "MaxPool",
                out,
                in,
                numbers("kernel_shape", pool.kernel(), pool.kernel()),
                numbers("strides", pool.stride(), pool.stride()),
                numbers(
                        "pads",
                        before,
                        before,
                        paddingBehind(pool, from.height(), to.height()),
                        paddingBehind(pool, from.width(), to.width())));
    }

    private static int paddingBehind(MaxPool pool, int from, int to) {
        return Math.max(0, (to - 1) * pool.stride() + pool.kernel() - from - pool.padding());
    }

    private void linear(Layer layer, int outputs, String out, String in) {
        String row = out + ".row";
        String sums = out + ".sums";
        String name = layer.name();
        long values = layers.get(layer.inputs().get(0)).output().elements();
        graph.node("Flatten", row, List.of(in));
        graph.node(
                "Gemm",
                sums,
                List.of(
                        row,
                        graph.constant(name + ".weight", weights.apply(name + ".weight"), outputs, values),
                        graph.constant(name + ".bias", weights.apply(name + ".bias"), outputs)),
                number("transB", 1));
        graph.node("Reshape", out, List.of(sums, graph.constant(out + ".shape", dimensions(layer.output()))));
    }

    /** A single number. */
    private String bound(String name, float value) {
        return graph.constant(name, new float[] {value});
    }

    private void average(AveragePool pool, String out, List<String> in) {
        int padding = pool.padding();
        graph.node(
                "AveragePool",
                out,
                in,
                numbers("kernel_shape", pool.kernelHeight(), pool.kernelWidth()),
                numbers("strides", pool.strideHeight(), pool.strideWidth()),
                numbers("pads", padding, padding, padding, padding),
                number("count_include_pad", 0));
    }

    private void resize(Shape shape, String out, String in) {
        graph.node(
                "Resize",
                out,
                List.of(in, "", "", graph.constant(out + ".sizes", dimensions(shape))),
                word("mode", "linear"),
                word("coordinate_transformation_mode", "half_pixel"));
    }

    private long[] dimensions(Shape shape) {
        return OnnxModel.dimensions(batch, shape);
    }
}
