package org.nasworkbench.latency;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtEnvironment.ThreadingOptions;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.nasworkbench.onnx.OnnxModel;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.Shape;

/**
 * This machine through ONNX Runtime: whole graph optimised, batch norms folded, float32, batch 1. One thread is the caller's own. With
 * more, all networks of the process share one pool: pools of their own would spin against each other.
 */
public final class OnnxRuntimePlatform implements Platform {
    /** The name in studies. */
    public static final String NAME = "this-cpu-onnxruntime";

    private static int threadsOfPool;

    private final int threads;

    /**
     * Prepares nothing yet.
     *
     * @param threads of one forward pass, at least 1; the process's pool stays as its first network of two threads or more wants it
     */
    public OnnxRuntimePlatform(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads of " + NAME + " must be at least 1, but was " + threads);
        }
        this.threads = threads;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "ONNX Runtime " + environment().getVersion() + ", all graph optimisations, float32, CPU, " + threads
                + (threads == 1 ? " thread" : " threads");
    }

    @Override
    public Runner prepare(Network network) {
        OrtEnvironment environment = environment();
        SplittableRandom random = new SplittableRandom(1);
        try (SessionOptions options = options()) {
            byte[] model = InitialModel.of(network, random);
            Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
            for (Layer layer : network.layers()) {
                if (layer.kind() instanceof LayerKind.Input) {
                    FloatBuffer noise = buffer(layer.output());
                    for (int i = 0; i < noise.capacity(); i++) {
                        noise.put(i, (float) random.nextDouble(-1, 1));
                    }
                    inputs.put(layer.name(), tensor(environment, noise, layer.output()));
                }
            }
            FloatBuffer read = buffer(network.output());
            OnnxTensor output = tensor(environment, read, network.output());
            return new Session(environment.createSession(model, options), inputs, output, read);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not take a network of ours: " + e.getMessage(), e);
        }
    }

    private SessionOptions options() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        if (threads == 1) {
            options.setIntraOpNumThreads(1);
        } else {
            options.disablePerSessionThreads();
        }
        return options;
    }

    private OrtEnvironment environment() {
        return threads == 1 ? OrtEnvironment.getEnvironment() : pool(threads);
    }

    /** The runtime's one environment of this process, with a pool that can be made only together with it. */
    private static synchronized OrtEnvironment pool(int threads) {
        if (threads == threadsOfPool) {
            return OrtEnvironment.getEnvironment();
        }
        try (ThreadingOptions pool = new ThreadingOptions()) {
            pool.setGlobalIntraOpNumThreads(threads);
            pool.setGlobalInterOpNumThreads(1);
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "nas", pool);
            threadsOfPool = threads;
            return environment;
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not start: " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "the threads of " + NAME + " must stay the same within one process, but " + threads
                            + " were asked for after " + Math.max(1, threadsOfPool)
                            + ": measure in a process of its own",
                    e);
        }
    }

    private static FloatBuffer buffer(Shape shape) {
        return ByteBuffer.allocateDirect(Math.toIntExact(shape.elements() * Float.BYTES))
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }

    private static OnnxTensor tensor(OrtEnvironment environment, FloatBuffer values, Shape shape) throws OrtException {
        return OnnxTensor.createTensor(
                environment, values, new long[] {1, shape.channels(), shape.height(), shape.width()});
    }

    /**
     * A loaded model with its inputs and its output, which each run writes anew.
     *
     * @param read the values of the output
     */
    private record Session(OrtSession session, Map<String, OnnxTensor> inputs, OnnxTensor output, FloatBuffer read)
            implements Runner {
        @Override
        public double run() {
            try {
                session.run(inputs, Map.of(OnnxModel.OUTPUT, output)).close();
                return read.get(0);
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime failed in the middle of a network: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            inputs.values().forEach(OnnxTensor::close);
            output.close();
            try {
                session.close();
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime does not let go of a network: " + e.getMessage(), e);
            }
        }
    }
}
