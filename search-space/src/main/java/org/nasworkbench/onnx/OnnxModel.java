package org.nasworkbench.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.Shape;

/**
 * A network as an ONNX model (operator set 13, IR version 8) with fixed shapes and float32 values. Its inputs have the names of the
 * network's input layers, {@code input} for a whole network, and its output is {@value #OUTPUT}; both are [N, C, H, W].
 */
public final class OnnxModel {
    /** Name of the output. */
    public static final String OUTPUT = "output";

    private static final int OPERATOR_SET = 13;
    private static final int IR_VERSION = 8;

    private OnnxModel() {}

    /**
     * What a model is written for.
     *
     * @param batch images a run, at least 1
     * @param folded whether a batch norm becomes part of the convolution that it follows; one that follows anything else stays
     */
    public record Form(int batch, boolean folded) {
        /** One image a run, batch norms folded: for running a network as it is. */
        public static final Form FOR_USE = new Form(1, true);

        public Form {
            if (batch < 1) {
                throw new IllegalArgumentException("a batch must hold at least 1 image, but was " + batch);
            }
        }
    }

    /**
     * Writes a model. The same arguments give the same bytes.
     *
     * @param weights the values of a name, such as {@code block3.expand.weight}, as they are named and laid out in training
     * @param facts what shall stand in the model's metadata, by name
     * @throws IllegalArgumentException if a weight is missing or has the wrong number of values
     */
    public static byte[] of(Network network, Function<String, float[]> weights, Form form, Map<String, String> facts) {
        List<Layer> layers = network.layers();
        OnnxGraph graph = new OnnxGraph();
        OnnxLayers writer = new OnnxLayers(network, weights, form, graph);
        IntStream.range(0, layers.size()).forEach(writer::write);
        layers.stream()
                .filter(layer -> layer.kind() instanceof LayerKind.Input)
                .forEach(layer -> graph.input(layer.name(), dimensions(form.batch(), layer.output())));
        graph.output(OUTPUT, dimensions(form.batch(), network.output()));
        ModelProto.Builder model = ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("NAS Workbench")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPERATOR_SET))
                .setGraph(graph.build("network"));
        facts.forEach((name, value) -> model.addMetadataProps(
                StringStringEntryProto.newBuilder().setKey(name).setValue(value)));
        return model.build().toByteArray();
    }

    static long[] dimensions(int batch, Shape shape) {
        return new long[] {batch, shape.channels(), shape.height(), shape.width()};
    }
}
