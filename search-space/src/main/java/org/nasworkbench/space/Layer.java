package org.nasworkbench.space;

import java.io.Serializable;
import java.util.List;

/**
 * One layer of a network: what it computes, from which layers, and the shape that comes out.
 *
 * @param name unique within its network, such as {@code block3.expand}
 * @param kind what it computes
 * @param inputs indices of the layers whose outputs it takes, each before this one
 * @param output shape of its output
 * @param macs multiply-accumulate operations of one image; convolutions and linear layers only, without bias (the rule of the SqueezeNAS
 *     authors)
 * @param parameters learned numbers: weights, biases, batch-norm scale and shift
 */
public record Layer(String name, LayerKind kind, List<Integer> inputs, Shape output, long macs, long parameters)
        implements Serializable {
    public Layer {
        inputs = List.copyOf(inputs);
    }

    /** The name of the operation, such as {@code convolution}. */
    public String operation() {
        return kind.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
