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
import org.nasworkbench.network.TrainedNetwork;
import org.nasworkbench.onnx.OnnxModel;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind;
import org.nasworkbench.space.Network;

/**
 * This machine through ONNX Runtime: whole graph optimised, batch norms folded, float32, batch 1. With one thread each network runs on
 * the caller's; with more, all networks of the process share one pool, since a pool each would spin against the others.
 */
public final class OnnxRuntimePlatform implements Platform {
    /** The name in studies. */
    public static final String NAME = "this-cpu-onnxruntime";

    private static int poolThreads;

    private final int threads;

    /**
     * A platform of so many threads, at least 1.
     *
     * <p>A process has one pool for good: platforms of two or more threads must have as many as the first one, and must come before any
     * of one thread.
     */
    public OnnxRuntimePlatform(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads of " + NAME + " must be at least 1, but were " + threads);
        }
        this.threads = threads;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "ONNX Runtime " + environment(threads).getVersion() + ", all graph optimisations, float32, CPU, "
                + threads + (threads == 1 ? " thread" : " threads");
    }

    @Override
    public Runner prepare(Network network) {
        OrtEnvironment environment = environment(threads);
        SplittableRandom random = new SplittableRandom(1);
        try (TrainedNetwork weights = new TrainedNetwork(network, random);
                SessionOptions options = options()) {
            byte[] model = OnnxModel.of(network, weights.weights()::values, OnnxModel.Form.FOR_USE, Map.of());
            return new Session(environment.createSession(model, options), inputs(environment, network, random));
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime does not take a network of ours: " + e.getMessage(), e);
        }
    }

    private SessionOptions options() throws OrtException {
        SessionOptions options = new SessionOptions();
        options.setOptimizationLevel(OptLevel.ALL_OPT);
        options.setInterOpNumThreads(1);
        if (threads == 1) {
            options.setIntraOpNumThreads(1);
        } else {
            options.disablePerSessionThreads();
        }
        return options;
    }

    /** The runtime has one environment a process, whose pool is as its first user asked. */
    private static synchronized OrtEnvironment environment(int threads) {
        if (poolThreads == 0) {
            poolThreads = threads;
            try (ThreadingOptions pool = new ThreadingOptions()) {
                pool.setGlobalIntraOpNumThreads(threads);
                pool.setGlobalInterOpNumThreads(1);
                return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "nas", pool);
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime does not start: " + e.getMessage(), e);
            }
        }
        if (threads > 1 && threads != poolThreads) {
            throw new IllegalStateException("ONNX Runtime has one pool of threads a process, which has " + poolThreads
                    + " here, but " + threads + " were asked for: measure this in a process of its own");
        }
        return OrtEnvironment.getEnvironment();
    }

    private static Map<String, OnnxTensor> inputs(OrtEnvironment environment, Network network, SplittableRandom random)
            throws OrtException {
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        for (Layer layer : network.layers()) {
            if (layer.kind() instanceof LayerKind.Input) {
                int count = Math.toIntExact(layer.output().elements());
                FloatBuffer noise = ByteBuffer.allocateDirect(count * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
                for (int i = 0; i < count; i++) {
                    noise.put(i, (float) random.nextDouble(-1, 1));
                }
                long[] shape = {
                    1,
                    layer.output().channels(),
                    layer.output().height(),
                    layer.output().width()
                };
                inputs.put(layer.name(), OnnxTensor.createTensor(environment, noise, shape));
            }
        }
        return inputs;
    }

    /** A loaded model with its inputs; the output of each run is given back at once. */
    private record Session(OrtSession session, Map<String, OnnxTensor> inputs) implements Runner {
        @Override
        public void run() {
            try {
                session.run(inputs).close();
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime failed in the middle of a network: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() {
            inputs.values().forEach(OnnxTensor::close);
            try {
                session.close();
            } catch (OrtException e) {
                throw new IllegalStateException("ONNX Runtime does not let go of a network: " + e.getMessage(), e);
            }
        }
    }
}
