package org.nasworkbench.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import java.util.List;
import java.util.stream.IntStream;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.LayerKind.AveragePool;
import org.nasworkbench.space.LayerKind.Convolution;
import org.nasworkbench.space.LayerKind.MaxPool;
import org.nasworkbench.space.LayerKind.Resize;
import org.nasworkbench.space.Network;

/**
 * A network ready to run on its weights. Feature maps are NCHW float32 and closed after their last use, so that a pass takes the memory of
 * the widest part, not of the sum; the result lives on the manager of the input.
 */
public final class ExecutableNetwork {
    private static final float KEEP = 0.9f;

    private final List<Layer> layers;
    private final NDArray[][] weights;
    private final int[][] lastUses;

    /**
     * Binds a network to weights that were added under the same prefix.
     *
     * @throws IllegalArgumentException if a weight is missing
     */
    public ExecutableNetwork(Network network, String prefix, Weights store) {
        layers = network.layers();
        weights = new NDArray[layers.size()][];
        lastUses = lastUses(layers);
        for (int i = 0; i < layers.size(); i++) {
            String name = prefix + layers.get(i).name();
            if (layers.get(i).kind() instanceof Convolution convolution) {
                NDArray bias = convolution.bias() ? store.get(name + ".bias") : null;
                weights[i] = new NDArray[] {store.get(name + ".weight"), bias};
            } else if (layers.get(i).kind() instanceof LayerKind.Linear) {
                weights[i] = new NDArray[] {store.get(name + ".weight"), store.get(name + ".bias")};
            } else if (layers.get(i).kind() instanceof LayerKind.BatchNorm) {
                weights[i] = new NDArray[] {
                    store.get(name + ".mean"),
                    store.get(name + ".variance"),
                    store.get(name + ".scale"),
                    store.get(name + ".shift")
                };
            }
        }
    }

    /** The computed feature maps that nothing needs after a layer, for each layer. */
    private static int[][] lastUses(List<Layer> layers) {
        int[] lastUse = new int[layers.size()];
        for (int i = 0; i < layers.size(); i++) {
            int user = i;
            layers.get(i).inputs().forEach(input -> lastUse[input] = user);
        }
        return IntStream.range(0, layers.size())
                .mapToObj(user -> IntStream.range(0, user)
                        .filter(map -> lastUse[map] == user && !(layers.get(map).kind() instanceof LayerKind.Input))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** Whether the network is its input and nothing else. */
    public boolean isIdentity() {
        return layers.size() == 1;
    }

    /**
     * Runs the network.
     *
     * @param training whether batch norms use the batch's own statistics and update the running ones
     * @param inputs one array [N, C, H, W] for each input layer
     * @return the output [N, C, H, W]
     */
    public NDArray forward(boolean training, NDArray... inputs) {
        return forward(training, KEEP, inputs);
    }

    /**
     * Runs the network.
     *
     * @param training whether batch norms use the batch's own statistics and update the running ones
     * @param keep share of the running statistics that an update leaves, in [0, 1]: 0.9 in training; i / (i + 1) at the i-th batch, from
     *     0, makes them means over the batches; 1 leaves them as they are
     * @param inputs one array [N, C, H, W] for each input layer
     * @return the output [N, C, H, W]
     */
    public NDArray forward(boolean training, float keep, NDArray... inputs) {
        NDArray[] outputs = new NDArray[layers.size()];
        int nextInput = 0;
        for (int i = 0; i < outputs.length; i++) {
            Layer layer = layers.get(i);
            if (layer.kind() instanceof LayerKind.Input) {
                outputs[i] = inputs[nextInput++];
            } else {
                outputs[i] = compute(layer, weights[i], outputs, training, keep);
            }
            for (int map : lastUses[i]) {
                outputs[map].close();
            }
        }
        return outputs[outputs.length - 1];
    }

    private static NDArray compute(Layer layer, NDArray[] weights, NDArray[] outputs, boolean training, float keep) {
        NDArray x = outputs[layer.inputs().get(0)];
        LayerKind kind = layer.kind();
        if (kind instanceof Convolution convolution) {
            return convolve(x, weights, convolution);
        } else if (kind instanceof LayerKind.BatchNorm) {
            return BatchNorm.batchNorm(
                            x,
                            weights[0],
                            weights[1],
                            weights[2],
                            weights[3],
                            1,
                            keep,
                            LayerKind.BatchNorm.EPSILON,
                            training)
                    .singletonOrThrow();
        } else if (kind instanceof LayerKind.Relu) {
            return Activation.relu(x);
        } else if (kind instanceof LayerKind.Relu6) {
            return Activation.relu(x).minimum(x.getManager().full(new Shape(1), 6f));
        } else if (kind instanceof LayerKind.Sigmoid) {
            return Activation.sigmoid(x);
        } else if (kind instanceof LayerKind.Add) {
            NDArray sum = x;
            for (int input : layer.inputs().subList(1, layer.inputs().size())) {
                sum = sum.add(outputs[input]);
            }
            return sum;
        } else if (kind instanceof LayerKind.Multiply) {
            return x.mul(outputs[layer.inputs().get(1)]);
        } else if (kind instanceof LayerKind.Concatenate) {
            NDList parts = new NDList(layer.inputs().size());
            layer.inputs().forEach(input -> parts.add(outputs[input]));
            return NDArrays.concat(parts, 1);
        } else if (kind instanceof LayerKind.ShiftByOne) {
            return x.get(new NDIndex(":, :, 1:, 1:")).pad(new Shape(0, 1, 0, 1), 0);
        } else if (kind instanceof LayerKind.Zero) {
            return x.zerosLike();
        } else if (kind instanceof LayerKind.Shuffle shuffle) {
            return shuffle(x, shuffle.groups());
        } else if (kind instanceof LayerKind.GlobalPool) {
            return x.mean(new int[] {2}, true).mean(new int[] {3}, true);
        } else if (kind instanceof LayerKind.Linear) {
            return Linear.linear(x.reshape(x.getShape().get(0), -1), weights[0], weights[1])
                    .singletonOrThrow()
                    .expandDims(2)
                    .expandDims(3);
        } else if (kind instanceof AveragePool pool) {
            return average(x, pool);
        } else if (kind instanceof MaxPool pool) {
            return greatest(x, pool);
        } else if (kind instanceof Resize resize) {
            return x.getNDArrayInternal().interpolation(new long[] {resize.height(), resize.width()}, 1, false);
        }
        throw new IllegalStateException("no way to run a layer of kind " + kind);
    }

    /** The engine counts empty pixels whatever it is told; dividing by the pool of ones takes them out again. */
    private static NDArray average(NDArray x, AveragePool pool) {
        NDArray all = pooled(x, pool);
        Shape map = new Shape(1, 1, x.getShape().get(2), x.getShape().get(3));
        return pool.padding() == 0 ? all : all.div(pooled(x.getManager().ones(map), pool));
    }

    private static NDArray pooled(NDArray x, AveragePool pool) {
        return x.getNDArrayInternal()
                .avgPool(
                        new Shape(pool.kernelHeight(), pool.kernelWidth()),
                        new Shape(pool.strideHeight(), pool.strideWidth()),
                        new Shape(pool.padding(), pool.padding()),
                        false,
                        false);
    }

    private static NDArray greatest(NDArray x, MaxPool pool) {
        return x.getNDArrayInternal()
                .maxPool(
                        new Shape(pool.kernel(), pool.kernel()),
                        new Shape(pool.stride(), pool.stride()),
                        new Shape(pool.padding(), pool.padding()),
                        pool.roundUp());
    }

    private static NDArray shuffle(NDArray x, int groups) {
        Shape shape = x.getShape();
        return x.reshape(shape.get(0), groups, shape.get(1) / groups, shape.get(2), shape.get(3))
                .swapAxes(1, 2)
                .reshape(shape);
    }

    private static NDArray convolve(NDArray x, NDArray[] weights, Convolution convolution) {
        int padding = convolution.padding();
        return Conv2d.conv2d(
                        x,
                        weights[0],
                        weights[1],
                        new Shape(convolution.stride(), convolution.stride()),
                        new Shape(padding, padding),
                        new Shape(convolution.dilation(), convolution.dilation()),
                        convolution.groups())
                .singletonOrThrow();
    }
}
