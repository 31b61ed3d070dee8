package org.nasworkbench.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.evaluation.StandaloneTraining.Result;
import org.nasworkbench.network.TrainedNetwork;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.task.ConfusionMatrix;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.Split;
import org.nasworkbench.task.StreetScenes;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.TrainingProtocol;
import org.nasworkbench.work.TrainingProtocol.Optimizer;
import org.nasworkbench.work.TrainingProtocol.Schedule;
import org.nasworkbench.work.Workplace;

/** Which images decide what: a part of the data is exchanged, and weights (by their digest) and score change or do not. */
class StandaloneTrainingTests {
    private static final SegmentationTask TASK = new StreetScenes(32, 48, 24, 7, 9, 1);
    private static final SegmentationData DATA = TASK.load();
    private static final SegmentationData OTHER = new StreetScenes(32, 48, 24, 7, 9, 2).load();
    private static final int EPOCHS = 2;
    private static final ChainSpace SPACE =
            SearchSpaces.chain("squeezenas-small", 0.25, 1, TASK.classes().size(), new Shape(3, 32, 48));

    @Test
    void aSearchTrainsOnTheWeightsPartAndScoresOnValidationAndNothingElseMatters() {
        Result result = train(Purpose.SEARCH, DATA);
        assertEquals((long) EPOCHS * DATA.part(Split.WEIGHTS).size(), result.images());
        assertLabelsOf(DATA.part(Split.VALIDATION), result.confusion());

        Result others = train(Purpose.SEARCH, with(DATA, Split.SEARCH, Split.TEST));
        assertSameResult(result, others);

        Result otherValidation = train(Purpose.SEARCH, with(DATA, Split.VALIDATION));
        assertEquals(result.digest(), otherValidation.digest(), "validation must not reach the weights");
        assertNotEquals(counts(result.confusion()), counts(otherValidation.confusion()));

        assertNotEquals(
                result.digest(),
                train(Purpose.SEARCH, with(DATA, Split.WEIGHTS)).digest());
    }

    /** The engine's gradients belong to threads. */
    @Test
    void anyThreadTrainsTheSame() throws Exception {
        Result here = train(Purpose.SEARCH, DATA);
        FutureTask<Result> elsewhere = new FutureTask<>(() -> train(Purpose.SEARCH, DATA));
        new Thread(elsewhere).start();
        assertSameResult(here, elsewhere.get());
    }

    @Test
    void aFinalTrainingUsesAllOfTrainAndScoresOnTestAndValidationDoesNotMatter() {
        Result result = train(Purpose.FINAL, DATA);
        assertEquals(EPOCHS * 24, result.images());
        assertLabelsOf(DATA.part(Split.TEST), result.confusion());

        assertSameResult(result, train(Purpose.FINAL, with(DATA, Split.VALIDATION)));

        Result otherTest = train(Purpose.FINAL, with(DATA, Split.TEST));
        assertEquals(result.digest(), otherTest.digest(), "test must not reach the weights");
        assertNotEquals(counts(result.confusion()), counts(otherTest.confusion()));

        for (Split part : new Split[] {Split.WEIGHTS, Split.SEARCH}) {
            assertNotEquals(
                    result.digest(), train(Purpose.FINAL, with(DATA, part)).digest(), part + " must be trained on");
        }
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void theNumbersOfAResultAreInRange(Purpose purpose) {
        List<Double> fractions = new ArrayList<>();
        Result result = training(purpose).perform(place(DATA, fractions));
        assertEquals(List.of(0.5, 1.0), fractions, "a sign of life each epoch");
        assertEquals(EPOCHS, result.losses().length);
        assertTrue(Arrays.stream(result.losses()).allMatch(loss -> loss > 0 && loss < 100));
        assertTrue(result.trainSeconds() > 0 && result.scoreSeconds() > 0);
        assertEquals(result.images() / result.trainSeconds(), result.imagesPerSecond());
        double score = result.confusion().meanIntersectionOverUnion();
        assertTrue(score >= 0 && score <= 1);
        assertEquals(64, result.digest().length());
    }

    @Test
    void secondsAreChargedToWhatTheTrainingIsFor() {
        Result result = train(Purpose.SEARCH, DATA);
        assertEquals(CostCategory.SEARCH_TRAINING, training(Purpose.SEARCH).category());
        assertEquals(
                Map.of(CostCategory.SEARCH_VALIDATION, result.scoreSeconds()),
                training(Purpose.SEARCH).split(result));
        assertEquals(CostCategory.FINAL_TRAINING, training(Purpose.FINAL).category());
        assertEquals(Map.of(), training(Purpose.FINAL).split(result));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void theEstimateIsATime(Purpose purpose) {
        double seconds = training(purpose).estimateSeconds(place(DATA, new ArrayList<>()));
        assertTrue(seconds > 0 && seconds < 3600, seconds + " s");
    }

    private static void assertSameResult(Result expected, Result actual) {
        assertEquals(expected.digest(), actual.digest());
        assertArrayEquals(expected.losses(), actual.losses());
        assertEquals(counts(expected.confusion()), counts(actual.confusion()));
    }

    /** The rows of the matrix are the pixels of the set. */
    private static void assertLabelsOf(SegmentationSet set, ConfusionMatrix confusion) {
        long[] expected = set.labelCounts(confusion.classes());
        long[] rows = new long[confusion.classes()];
        for (int truth = 0; truth < rows.length; truth++) {
            for (int predicted = 0; predicted < rows.length; predicted++) {
                rows[truth] += confusion.count(truth, predicted);
            }
        }
        assertArrayEquals(expected, rows);
    }

    private static List<Long> counts(ConfusionMatrix confusion) {
        List<Long> counts = new ArrayList<>();
        for (int truth = 0; truth < confusion.classes(); truth++) {
            for (int predicted = 0; predicted < confusion.classes(); predicted++) {
                counts.add(confusion.count(truth, predicted));
            }
        }
        return counts;
    }

    /** The data with the images of these parts exchanged for others, as many. */
    private static SegmentationData with(SegmentationData data, Split... exchanged) {
        SegmentationSet[] parts = new SegmentationSet[Split.values().length];
        for (Split split : Split.values()) {
            SegmentationSet names = data.part(split);
            SegmentationSet pixels = Arrays.asList(exchanged).contains(split) ? OTHER.part(split) : names;
            byte[][] images = new byte[names.size()][];
            byte[][] labels = new byte[names.size()][];
            for (int i = 0; i < images.length; i++) {
                images[i] = pixels.image(i);
                labels[i] = pixels.labels(i);
            }
            parts[split.ordinal()] = new SegmentationSet(names.height(), names.width(), names.names(), images, labels);
        }
        return new SegmentationData(parts[0], parts[1], parts[2], parts[3]);
    }

    private static Result train(Purpose purpose, SegmentationData data) {
        return training(purpose).perform(place(data, new ArrayList<>()));
    }

    private static StandaloneTraining training(Purpose purpose) {
        TrainingProtocol protocol =
                new TrainingProtocol(EPOCHS, 8, Optimizer.SGD, 0.05, 0.9, 1e-4, Schedule.COSINE, true, 0.1, true);
        return new StandaloneTraining(
                SPACE, SPACE.parse("k3_e1 | k3_e3 | k3_e1 | k3d2_e3 | skip"), TASK, protocol, purpose, 3);
    }

    /** Nothing but the seed decides where it starts. */
    @Test
    void fromScratchIsTheNetworkThatItsSeedInitialises() {
        StandaloneTraining training = training(Purpose.SEARCH);
        try (TrainedNetwork network =
                new TrainedNetwork(SPACE.network(training.architecture()), Seeds.random(3, "weights"))) {
            network.train(
                    training.protocol(),
                    DATA.part(Split.WEIGHTS),
                    TASK.classes().size(),
                    3,
                    (epoch, loss) -> {});
            assertEquals(network.digest(), train(Purpose.SEARCH, DATA).digest());
        }
    }

    @Test
    void theTrainedNetworkIsKeptWhereTheWorkplaceKeepsAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("net.bin");
        Result result = training(Purpose.FINAL).perform(place(DATA, new ArrayList<>(), Optional.of(file)));
        KeptNetwork kept = KeptNetwork.read(file);
        assertEquals(TASK.classes(), kept.classes());
        try (TrainedNetwork network = new TrainedNetwork(kept.network(), new SplittableRandom(1))) {
            kept.weights().forEach((name, values) -> network.weights().get(name).set(FloatBuffer.wrap(values)));
            assertEquals(result.digest(), network.digest());
        }
    }

    private static Workplace place(SegmentationData data, List<Double> fractions) {
        return place(data, fractions, Optional.empty());
    }

    private static Workplace place(SegmentationData data, List<Double> fractions, Optional<Path> file) {
        return new Workplace() {
            @Override
            public void progress(double fraction, String note) {
                fractions.add(fraction);
            }

            @Override
            public Optional<Path> checkpoint() {
                return file;
            }

            @Override
            public void saved() {}

            @Override
            public SegmentationData data(SegmentationTask task) {
                return data;
            }
        };
    }
}
