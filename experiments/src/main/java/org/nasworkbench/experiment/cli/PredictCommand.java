package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.nasworkbench.evaluation.KeptNetwork;
import org.nasworkbench.experiment.run.FoundNetwork;
import org.nasworkbench.experiment.run.GroundWork;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.RunManifest;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.figures.PredictedImage;
import org.nasworkbench.figures.Predictions;
import org.nasworkbench.network.TrainedNetwork;
import org.nasworkbench.task.ConfusionMatrix;
import org.nasworkbench.task.SegmentationSet;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.Split;
import org.nasworkbench.work.Seeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws what a found network predicts. */
@Command(
        name = "predict",
        description =
                "Draws images, their ground truth and what the network that a run found predicts, side by side. The images are"
                        + " validation images, evenly over all of them: the test split stays sealed.")
final class PredictCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "folder of a run that trained networks to the end")
    private Path run;

    @Option(names = "--strategy", paramLabel = "S", required = true, description = "whose network is meant")
    private String strategy;

    @Option(names = "--seed", defaultValue = "1", description = "of the run (default: 1)")
    private long seed;

    @Option(names = "--final-seed", description = "of the final training; default: the first")
    private Long finalSeed;

    @Option(names = "--images", paramLabel = "N", defaultValue = "3", description = "how many (default: 3)")
    private int count;

    @Option(names = "--data", paramLabel = "DIR", description = "where the images lie; default: where the study says")
    private Path data;

    @Mixin
    private FigureOption figure;

    @Override
    public Integer call() throws Exception {
        Path out = figure.required();
        if (count < 1) {
            throw new IllegalArgumentException("--images must be at least 1, but was " + count);
        }
        RunFolder folder = new RunFolder(run);
        FoundNetwork found = FoundNetwork.in(
                folder, strategy, seed, finalSeed == null ? OptionalLong.empty() : OptionalLong.of(finalSeed));
        Study study = RunManifest.read(folder)
                .study(folder, data == null ? List.of() : List.of("task.dir=" + data.toAbsolutePath()));
        SegmentationTask task = GroundWork.task(study.trained().task());
        SegmentationSet images = task.load().part(Split.VALIDATION);
        FigureOption.draw(
                new Predictions(
                        "Network of " + strategy + ", seed " + seed + ", final seed "
                                + found.facts().get("final-seed") + ": "
                                + found.network().genotype() + ". Validation images, evenly over all "
                                + images.size() + "; " + task.description() + ".",
                        found.network().classes(),
                        predicted(found.network(), images)),
                out);
        return 0;
    }

    private List<PredictedImage> predicted(KeptNetwork kept, SegmentationSet images) {
        int shown = Math.min(count, images.size());
        try (TrainedNetwork network = new TrainedNetwork(kept.network(), Seeds.random(seed, "overwritten"))) {
            network.weights().overwrite(kept.weights());
            return IntStream.range(0, shown)
                    .map(i -> (2 * i + 1) * images.size() / (2 * shown))
                    .mapToObj(i -> image(
                            images, i, network.predict(images, i, kept.classes().size()), kept))
                    .toList();
        }
    }

    private static PredictedImage image(SegmentationSet images, int i, int[] predicted, KeptNetwork kept) {
        byte[] labels = images.labels(i);
        int[] truth = IntStream.range(0, labels.length)
                .map(pixel -> Byte.toUnsignedInt(labels[pixel]))
                .toArray();
        ConfusionMatrix confusion = new ConfusionMatrix(kept.classes().size());
        confusion.add(labels, predicted);
        return new PredictedImage(
                images.names().get(i),
                images.height(),
                images.width(),
                images.image(i),
                truth,
                predicted,
                confusion.meanIntersectionOverUnion(),
                confusion.pixelAccuracy());
    }
}
