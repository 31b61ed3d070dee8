package org.nasworkbench.latency;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.SplittableRandom;
import org.nasworkbench.network.ExecutableNetwork;
import org.nasworkbench.network.Weights;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.Network;

/** This machine through DJL: PyTorch, eager, batch 1, batch norms on running statistics. */
public final class DjlPlatform implements Platform {
    /** The name in studies. */
    public static final String NAME = "this-cpu-djl";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        Engine engine = Engine.getInstance();
        return "DJL, " + engine.getEngineName() + " " + engine.getVersion() + " eager, CPU, 1 thread";
    }

    @Override
    public Runner prepare(Network network) {
        NDManager manager = NDManager.newBaseManager(Device.cpu());
        SplittableRandom random = new SplittableRandom(1);
        Weights weights = new Weights(manager);
        weights.add("", network, random);
        ExecutableNetwork executable = new ExecutableNetwork(network, "", weights);
        List<org.nasworkbench.space.Shape> shapes = network.layers().stream()
                .filter(layer -> layer.kind() instanceof LayerKind.Input)
                .map(Layer::output)
                .toList();
        float[][] pixels = shapes.stream().map(shape -> noise(shape, random)).toArray(float[][]::new);
        return new Runner() {
            @Override
            public double run() {
                try (NDManager step = manager.newSubManager()) {
                    NDArray[] inputs = new NDArray[pixels.length];
                    for (int i = 0; i < inputs.length; i++) {
                        org.nasworkbench.space.Shape shape = shapes.get(i);
                        inputs[i] =
                                step.create(pixels[i], new Shape(1, shape.channels(), shape.height(), shape.width()));
                    }
                    return executable.forward(false, inputs).getFloat(0, 0, 0, 0);
                }
            }

            @Override
            public void close() {
                manager.close();
            }
        };
    }

    private static float[] noise(org.nasworkbench.space.Shape shape, SplittableRandom random) {
        float[] values = new float[Math.toIntExact(shape.elements())];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1);
        }
        return values;
    }
}
