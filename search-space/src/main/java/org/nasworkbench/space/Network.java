package org.nasworkbench.space;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The layers of an architecture (or of a part of one) for one input shape, in an order in which they can be computed. The
 * first layer is the input, the last one the output.
 *
 * @param layers at least the input
 */
public record Network(List<Layer> layers) implements Serializable {
    public Network {
        layers = List.copyOf(layers);
        if (layers.isEmpty() || !(layers.get(0).kind() instanceof LayerKind.Input)) {
            throw new IllegalArgumentException("a network must begin with its input");
        }
    }

    /** This network with another behind it, whose input is this one's output. */
    public Network then(Network next) {
        if (!next.input().equals(output())) {
            throw new IllegalArgumentException(
                    "a network's input must be the output before it, " + output() + ", but was " + next.input());
        }
        List<Layer> all = new ArrayList<>(layers);
        int shift = layers.size() - 1;
        for (Layer layer : next.layers.subList(1, next.layers.size())) {
            List<Integer> inputs = layer.inputs().stream().map(i -> i + shift).toList();
            all.add(new Layer(layer.name(), layer.kind(), inputs, layer.output(), layer.macs(), layer.parameters()));
        }
        return new Network(all);
    }

    /** Shape of the input. */
    public Shape input() {
        return layers.get(0).output();
    }

    /** Shape of the output. */
    public Shape output() {
        return layers.get(layers.size() - 1).output();
    }

    /** Multiply-accumulate operations of one image, convolutions and linear layers only. */
    public long macs() {
        return layers.stream().mapToLong(Layer::macs).sum();
    }

    /** Learned numbers. */
    public long parameters() {
        return layers.stream().mapToLong(Layer::parameters).sum();
    }
}
