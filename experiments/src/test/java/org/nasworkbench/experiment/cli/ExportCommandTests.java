package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.evaluation.KeptNetwork;
import org.nasworkbench.experiment.run.GroundWork;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.network.Devices;
import org.nasworkbench.network.ExecutableNetwork;
import org.nasworkbench.network.Weights;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.space.Network;
import org.nasworkbench.task.SegmentationTask;

@Timeout(240)
class ExportCommandTests {
    @TempDir
    static Path folder;

    private static TinyStudy tiny;
    private static Path run;

    @BeforeAll
    static void runAStudy() throws Exception {
        tiny = TinyStudy.in(folder, 2, "type: random-search");
        run = folder.resolve("out");
        Ended ended = nas(tiny.run(run));
        assertEquals(0, ended.code(), ended::err);
    }

    @Test
    void anExportedNetworkGivesTheScoresOfTheTrainedOneAndSaysWhatItIs() throws Exception {
        Path file = folder.resolve("found").resolve("net.onnx");
        Ended ended = nas("export", run.toString(), "--strategy", "random-search", "--onnx", file.toString());
        assertEquals(0, ended.code(), ended::err);
        assertFalse(ended.err().contains("random"), ended::err);

        KeptNetwork kept = KeptNetwork.read(new RunFolder(run).finalNetwork(new RunKey("random-search", 1), 1));
        float[] image = image(kept.network());
        Map<String, String> facts;
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
            assertArrayEquals(djl(kept, image), scores(session, kept.network(), image), 1e-4f);
            facts = session.getMetadata().getCustomMetadata();
        }
        StudyResults results = StoredStudy.read(run.resolve("study.db"));
        StudyResults.Run found = results.runs().stream()
                .filter(row -> row.strategy().equals("random-search"))
                .findFirst()
                .orElseThrow();
        SegmentationTask task = GroundWork.task(tiny.study().trained().task());
        assertEquals("tiny", facts.get("study"));
        assertEquals("1", facts.get("seed"));
        assertEquals("squeezenas-small", facts.get("space"));
        assertEquals(
                GroundWork.space(tiny.study())
                        .canonical(GroundWork.space(tiny.study()).parse(found.chosen())),
                GroundWork.space(tiny.study()).parse(facts.get("genotype")));
        assertEquals("3x32x48", facts.get("input"));
        assertTrue(facts.get("classes").startsWith("[\"" + task.classes().get(0) + "\""), facts::toString);
        assertTrue(facts.get("weights").startsWith("trained: 1 epochs"), facts::toString);
        assertEquals(found.latencyMillis().getAsDouble(), Double.parseDouble(facts.get("latency-ms")));
        assertTrue(facts.get("latency-platform").startsWith("this-cpu-djl"), facts::toString);
        assertEquals(found.finalScore().getAsDouble(), Double.parseDouble(facts.get("test-miou")), 1e-12);
        assertTrue(facts.keySet().containsAll(List.of("normalisation", "workbench", "exported", "latency-machine")));
    }

    @Test
    void everyRunOfAStudyKeepsItsNetwork() throws Exception {
        for (StudyResults.Run row : StoredStudy.read(run.resolve("study.db")).runs()) {
            Path kept = new RunFolder(run).finalNetwork(new RunKey(row.strategy(), row.seed()), 1);
            assertEquals("squeezenas-small", KeptNetwork.read(kept).space());
        }
    }

    @Test
    void aNetworkOfASpaceIsWrittenWithRandomWeightsAndSaysSoLoudly() throws Exception {
        Path file = folder.resolve("random.onnx");
        Ended ended = nas(
                "export",
                "nb201",
                "012344",
                "--input",
                "3x16x16",
                "--batch",
                "2",
                "--unfolded",
                "--seed",
                "3",
                "--onnx",
                file.toString());
        assertEquals(0, ended.code(), ended::err);
        assertTrue(ended.out().contains("RANDOM, NOT TRAINED"), ended::out);
        assertTrue(ended.err().contains("has not been trained"), ended::err);
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString())) {
            Map<String, String> facts = session.getMetadata().getCustomMetadata();
            assertTrue(facts.get("weights").startsWith("RANDOM, NOT TRAINED"), facts::toString);
            assertTrue(session.getInputInfo().get("input").toString().contains("shape=[2, 3, 16, 16]"));
        }
    }

    /** The way of a device that this machine cannot reach: networks are carried there, and their times back. */
    @Test
    void aSampleIsTimedElsewhereAndBecomesATable() throws Exception {
        Path models = folder.resolve("models");
        String[] space = {"--width", "0.25", "--blocks", "1", "--input", "3x32x48", "--classes", "5"};
        Ended ended = nas(with(space, "export", "squeezenas-small", "--sample", "120", "--onnx", models.toString()));
        assertEquals(0, ended.code(), ended::err);
        List<String> rows = Files.readAllLines(models.resolve("networks.csv"));
        assertEquals("genotype,file,macs", rows.get(0));
        assertEquals(121, Set.copyOf(rows).size());
        try (OrtSession session = OrtEnvironment.getEnvironment()
                .createSession(models.resolve(rows.get(7).split(",")[1]).toString())) {
            Map<String, String> facts = session.getMetadata().getCustomMetadata();
            assertEquals(rows.get(7).split(",")[0], facts.get("genotype"));
            assertEquals(rows.get(7).split(",")[2], facts.get("macs"));
        }
        Path program = Path.of(System.getProperty("basedir", "."), "../docs/platforms/TimeNetworks.java");
        Path measured = folder.resolve("measured.csv");
        Process timer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.toString(),
                        models.toString(),
                        measured.toString(),
                        "1")
                .inheritIO()
                .start();
        assertEquals(0, timer.waitFor());
        List<String> measurements = Files.readAllLines(measured);
        assertEquals("genotype,ms", measurements.get(0));
        for (int i = 1; i < rows.size(); i++) {
            String[] cells = measurements.get(i).split(",");
            assertEquals(rows.get(i).split(",")[0], cells[0]);
            assertTrue(Double.parseDouble(cells[1]) > 0, measurements.get(i));
        }
        List<String> timed = new ArrayList<>(List.of("genotype,ms"));
        rows.stream()
                .skip(1)
                .map(row -> row.split(","))
                .forEach(cells -> timed.add(cells[0] + "," + (1 + Double.parseDouble(cells[2]) / 1e6)));
        Path times = Files.write(folder.resolve("times.csv"), timed);
        Path table = folder.resolve("device.csv");
        Ended imported = nas(with(
                space,
                "latency",
                "import",
                times.toString(),
                "--space",
                "squeezenas-small",
                "--genotype",
                "genotype",
                "--latency",
                "ms",
                "--out",
                table.toString()));
        assertEquals(0, imported.code(), imported::err);
        assertTrue(imported.out().contains("R2 1.0000"), imported::out);
    }

    @Test
    void aBlockAndAPublishedNetworkAreWrittenToo() throws Exception {
        Path block = folder.resolve("block.onnx");
        Ended ended =
                nas("export", "squeezenas-small", "--block", "16x512x1024->16/s2", "k5_e6", "--onnx", block.toString());
        assertEquals(0, ended.code(), ended::err);
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(block.toString())) {
            assertTrue(session.getInputInfo().get("input").toString().contains("shape=[1, 16, 512, 1024]"));
            assertEquals(
                    "16x512x1024->16/s2 k5_e6",
                    session.getMetadata().getCustomMetadata().get("block"));
        }
        Path published = folder.resolve("published.onnx");
        assertEquals(
                0,
                nas("export", "squeezenet-1.1", "--input", "3x64x64", "--onnx", published.toString())
                        .code());
        try (OrtSession session = OrtEnvironment.getEnvironment().createSession(published.toString())) {
            assertEquals("1235496", session.getMetadata().getCustomMetadata().get("parameters"));
        }
        String none = folder.resolve("none.onnx").toString();
        assertWrong(
                "is no block of squeezenas-small",
                "squeezenas-small",
                "--block",
                "16x1x1->16/s2",
                "k5_e6",
                "--onnx",
                none);
        assertWrong("must be a place and an option", "squeezenas-small", "--block", "k5_e6", "--onnx", none);
        assertWrong("must stand with a genotype", "fbnet", "--sample", "2", "--device", "pixel3", "--onnx", none);
        assertWrong("--sample must be at least 1", "fbnet", "--sample", "0", "--onnx", none);
    }

    private static String[] with(String[] more, String... first) {
        return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void whatIsNotThereIsAWrongRequestThatNamesWhatIs() throws Exception {
        String file = folder.resolve("none.onnx").toString();
        assertWrong("did you mean 'random-search'?", run.toString(), "--strategy", "random-serch", "--onnx", file);
        assertWrong("must be one of [1]", run.toString(), "--strategy", "random-search", "--seed", "7", "--onnx", file);
        assertWrong(
                "with final seeds [1]",
                run.toString(),
                "--strategy",
                "random-search",
                "--final-seed",
                "9",
                "--onnx",
                file);
        assertWrong("--strategy", run.toString(), "--onnx", file);
        assertWrong("there is no file", folder.resolve("nothing").toString(), "--strategy", "a", "--onnx", file);
        assertWrong("but those around the cells", "transnas-micro", "0_00_000", "--onnx", file);
        assertFalse(Files.exists(Path.of(file)));
    }

    @Test
    void weightsThatWereNotKeptAreAWrongRequest() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.copy(run.resolve("study.db"), other.resolve("study.db"));
        assertWrong(
                "must be kept with its run",
                other.toString(),
                "--strategy",
                "random-search",
                "--onnx",
                folder.resolve("none.onnx").toString());
    }

    private static void assertWrong(String says, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "export";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Ended ended = nas(all);
        assertEquals(2, ended.code(), ended::err);
        assertTrue(ended.err().contains(says), ended::err);
    }

    private static float[] image(Network network) {
        SplittableRandom random = new SplittableRandom(1);
        float[] image = new float[Math.toIntExact(network.input().elements())];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) random.nextDouble(-1, 1);
        }
        return image;
    }

    private static float[] scores(OrtSession session, Network network, float[] image) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {
            1,
            network.input().channels(),
            network.input().height(),
            network.input().width()
        };
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(image), shape);
                OrtSession.Result result = session.run(Map.of("input", input))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] scores = new float[output.remaining()];
            output.get(scores);
            return scores;
        }
    }

    private static float[] djl(KeptNetwork kept, float[] image) {
        try (NDManager manager = Devices.newManager()) {
            Weights weights = new Weights(manager);
            weights.add("", kept.network(), new SplittableRandom(1));
            kept.weights().forEach((name, values) -> weights.get(name).set(FloatBuffer.wrap(values)));
            NDArray input = manager.create(image)
                    .reshape(
                            1,
                            kept.network().input().channels(),
                            kept.network().input().height(),
                            kept.network().input().width());
            return new ExecutableNetwork(kept.network(), "", weights)
                    .forward(false, input)
                    .toFloatArray();
        }
    }
}
