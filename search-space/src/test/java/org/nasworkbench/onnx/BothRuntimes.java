package org.nasworkbench.onnx;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nasworkbench.network.Devices;
import org.nasworkbench.network.ExecutableNetwork;
import org.nasworkbench.network.Weights;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.Shape;

/**
 * A network with weights, and statistics as training leaves them, run by DJL and, written as ONNX, by ONNX Runtime. Weights are random, and such
 * that scores are of a few units and no channel is nearly constant: a deep random network magnifies roundings from layer to layer, and large last
 * layers, or norms of channels without variance, would make a difference in the fourth digit of what both runtimes round in the seventh.
 */
final class BothRuntimes implements AutoCloseable {
    /** Images in the step that the statistics are from. */
    private static final int TRAINED = 8;

    private final NDManager manager = Devices.newManager();
    private final Weights weights = new Weights(manager);
    private final Network network;
    private final SplittableRandom random;

    BothRuntimes(Network network, long seed) {
        this.network = network;
        random = new SplittableRandom(seed);
        weights.add("", network, random);
        for (Layer layer : network.layers()) {
            if (layer.kind() instanceof LayerKind.BatchNorm) {
                fill(layer.name() + ".scale", 0.2, 0.6);
                fill(layer.name() + ".shift", -0.1, 0.1);
            } else if (layer.kind() instanceof LayerKind.Linear
                    || layer.kind() instanceof LayerKind.Convolution convolution && convolution.bias()) {
                fill(layer.name() + ".bias", -0.5, 0.5);
                if (layer.output().channels() == network.output().channels()) {
                    NDArray weight = weights.get(layer.name() + ".weight");
                    double bound = 1
                            / Math.sqrt((double) weight.size() / layer.output().channels());
                    fill(layer.name() + ".weight", -bound, bound);
                }
            }
        }
        learnStatistics();
    }

    /** One step of training with the running statistics at 0 moves them by a tenth of the batch's. */
    private void learnStatistics() {
        List<Layer> norms = network.layers().stream()
                .filter(layer -> layer.kind() instanceof LayerKind.BatchNorm)
                .toList();
        norms.forEach(norm -> weights.get(norm.name() + ".variance")
                .set(FloatBuffer.allocate(norm.output().channels())));
        djl(true, noise(TRAINED), TRAINED);
        for (Layer norm : norms) {
            for (String part : List.of(".mean", ".variance")) {
                float[] values = weights.values(norm.name() + part);
                for (int i = 0; i < values.length; i++) {
                    values[i] *= 10;
                }
                weights.get(norm.name() + part).set(FloatBuffer.wrap(values));
            }
        }
    }

    /**
     * What came out.
     *
     * @param difference the largest absolute difference between here and there
     * @param largest the largest absolute value
     */
    record Output(double difference, double largest) {
        /** Whether both compute the same. */
        boolean same() {
            return difference < 1e-4;
        }
    }

    /** Runs noise through both. */
    Output run(OnnxModel.Form form) throws OrtException {
        Map<String, float[]> noise = noise(form.batch());
        float[] here = djl(false, noise, form.batch());
        float[] there = onnxRuntime(noise, form);
        if (here.length != there.length) {
            throw new AssertionError(here.length + " values here, " + there.length + " there");
        }
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < here.length; i++) {
            if (!Float.isFinite(here[i])) {
                throw new AssertionError("the network itself gives " + here[i]);
            }
            difference = Math.max(difference, Math.abs((double) here[i] - there[i]));
            largest = Math.max(largest, Math.abs(here[i]));
        }
        return new Output(difference, largest);
    }

    /** The model. */
    byte[] model(OnnxModel.Form form) {
        return OnnxModel.of(network, weights::values, form, Map.of());
    }

    @Override
    public void close() {
        manager.close();
    }

    private Map<String, float[]> noise(int batch) {
        Map<String, float[]> noise = new LinkedHashMap<>();
        for (Layer layer : network.layers()) {
            if (layer.kind() instanceof LayerKind.Input) {
                noise.put(
                        layer.name(),
                        uniform(Math.toIntExact(batch * layer.output().elements()), -1, 1));
            }
        }
        return noise;
    }

    private float[] djl(boolean training, Map<String, float[]> inputs, int batch) {
        try (NDManager step = manager.newSubManager()) {
            List<NDArray> arrays = new ArrayList<>();
            for (Layer layer : network.layers()) {
                if (layer.kind() instanceof LayerKind.Input) {
                    arrays.add(step.create(
                            inputs.get(layer.name()),
                            new ai.djl.ndarray.types.Shape(OnnxModel.dimensions(batch, layer.output()))));
                }
            }
            return new ExecutableNetwork(network, "", weights)
                    .forward(training, arrays.toArray(NDArray[]::new))
                    .toFloatArray();
        }
    }

    private float[] onnxRuntime(Map<String, float[]> inputs, OnnxModel.Form form) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            try (OrtSession session = environment.createSession(model(form), options)) {
                for (Layer layer : network.layers()) {
                    if (layer.kind() instanceof LayerKind.Input) {
                        Shape shape = layer.output();
                        tensors.put(
                                layer.name(),
                                OnnxTensor.createTensor(
                                        environment,
                                        FloatBuffer.wrap(inputs.get(layer.name())),
                                        OnnxModel.dimensions(form.batch(), shape)));
                    }
                }
                try (OrtSession.Result result = session.run(tensors)) {
                    OnnxTensor output =
                            (OnnxTensor) result.get(OnnxModel.OUTPUT).orElseThrow();
                    long[] shape = output.getInfo().getShape();
                    if (!Arrays.equals(shape, OnnxModel.dimensions(form.batch(), network.output()))) {
                        throw new AssertionError("the output is " + Arrays.toString(shape));
                    }
                    float[] values = new float[output.getFloatBuffer().remaining()];
                    output.getFloatBuffer().get(values);
                    return values;
                }
            }
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private void fill(String name, double from, double to) {
        NDArray array = weights.get(name);
        array.set(FloatBuffer.wrap(uniform(Math.toIntExact(array.size()), from, to)));
    }

    private float[] uniform(int count, double from, double to) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextDouble(from, to);
        }
        return values;
    }
}
