package org.nasworkbench.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** The graph of a model while it is written: nodes, constants, inputs and outputs, in the words of the format. */
final class OnnxGraph {
    private final GraphProto.Builder graph = GraphProto.newBuilder();

    /** A node with one output, of the same name. */
    void node(String operator, String output, List<String> inputs, AttributeProto... attributes) {
        graph.addNode(NodeProto.newBuilder()
                .setOpType(operator)
                .setName(output)
                .addAllInput(inputs)
                .addOutput(output)
                .addAllAttribute(List.of(attributes)));
    }

    /** A constant of float32 values; returns its name. */
    String constant(String name, float[] values, long... dimensions) {
        long expected = Arrays.stream(dimensions).reduce(1, Math::multiplyExact);
        if (values.length != expected) {
            throw new IllegalArgumentException(
                    "the array " + name + " must hold " + expected + " values, but holds " + values.length);
        }
        ByteBuffer bytes = littleEndian(values.length, Float.BYTES);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return constant(name, DataType.FLOAT, bytes, dimensions);
    }

    /** A constant row of whole numbers; returns its name. */
    String constant(String name, long... values) {
        ByteBuffer bytes = littleEndian(values.length, Long.BYTES);
        for (long value : values) {
            bytes.putLong(value);
        }
        return constant(name, DataType.INT64, bytes, values.length);
    }

    void input(String name, long... dimensions) {
        graph.addInput(feature(name, dimensions));
    }

    void output(String name, long... dimensions) {
        graph.addOutput(feature(name, dimensions));
    }

    GraphProto build(String name) {
        return graph.setName(name).build();
    }

    static AttributeProto number(String name, long value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.INT)
                .setI(value)
                .build();
    }

    static AttributeProto numbers(String name, long... values) {
        AttributeProto.Builder attribute =
                AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
        Arrays.stream(values).forEach(attribute::addInts);
        return attribute.build();
    }

    static AttributeProto fraction(String name, float value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.FLOAT)
                .setF(value)
                .build();
    }

    static AttributeProto word(String name, String value) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    private String constant(String name, DataType type, ByteBuffer bytes, long... dimensions) {
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(bytes.flip()));
        Arrays.stream(dimensions).forEach(tensor::addDims);
        graph.addInitializer(tensor);
        return name;
    }

    private static ByteBuffer littleEndian(int values, int size) {
        return ByteBuffer.allocate(Math.multiplyExact(values, size)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ValueInfoProto feature(String name, long... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long dimension : dimensions) {
            shape.addDim(Dimension.newBuilder().setDimValue(dimension));
        }
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(DataType.FLOAT.getNumber())
                                .setShape(shape)))
                .build();
    }
}
