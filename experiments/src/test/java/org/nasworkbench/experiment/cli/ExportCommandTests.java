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
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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

    static void assertWrong(String says, String... arguments) {
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
