import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Times a sample of networks (nas export --sample) with ONNX Runtime on the machine that this runs on, and writes what nas latency import reads.
 * It needs Java and ONNX Runtime's jar, not the workbench:
 *
 *     java -cp onnxruntime.jar TimeNetworks.java MODELS times.csv [ROUNDS]
 *
 * All networks in a random order, then all in another, and so on. In each round a network is loaded anew, since where its memory lies may
 * matter; two runs warm up, five count, on one thread. Its time is the one that a tenth of them keep: a machine that others use too
 * may be slow for half of the time, which a median follows and a low quantile does not.
 */
final class TimeNetworks {
    private static final int RUNS = 5;

    public static void main(String[] arguments) throws Exception {
        Path models = Path.of(arguments[0]);
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);

        List<String> rows = Files.readAllLines(models.resolve("networks.csv"));
        rows.remove(0);
        double[][] millis = new double[rows.size()][rounds * RUNS];
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            order.add(i);
        }
        Random random = new Random(1);
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order, random);
            for (int network : order) {
                String model = models.resolve(rows.get(network).split(",")[1]).toString();
                try (OrtSession session = environment.createSession(model, options);
                        OnnxTensor input = noise(environment, session, random)) {
                    run(session, input);
                    run(session, input);
                    for (int run = 0; run < RUNS; run++) {
                        millis[network][round * RUNS + run] = run(session, input);
                    }
                }
            }
        }

        StringBuilder times = new StringBuilder("genotype,ms\n");
        for (int i = 0; i < millis.length; i++) {
            Arrays.sort(millis[i]);
            times.append(rows.get(i).split(",")[0]).append(',').append(millis[i][millis[i].length / 10]).append('\n');
        }
        Files.writeString(Path.of(arguments[1]), times);
    }

    private static OnnxTensor noise(OrtEnvironment environment, OrtSession session, Random random) throws Exception {
        long[] shape = ((TensorInfo) session.getInputInfo().get("input").getInfo()).getShape();
        FloatBuffer values = FloatBuffer.allocate(Math.toIntExact(Arrays.stream(shape).reduce(1, (a, b) -> a * b)));
        while (values.hasRemaining()) {
            values.put(random.nextFloat());
        }
        return OnnxTensor.createTensor(environment, values.flip(), shape);
    }

    private static double run(OrtSession network, OnnxTensor input) throws Exception {
        long begun = System.nanoTime();
        network.run(Map.of("input", input)).close();
        return (System.nanoTime() - begun) / 1e6;
    }
}
