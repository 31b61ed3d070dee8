package org.nasworkbench.experiment.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nasworkbench.evaluation.StandaloneTraining;
import org.nasworkbench.evaluation.StandaloneTraining.Purpose;
import org.nasworkbench.experiment.run.DeviceWork;
import org.nasworkbench.experiment.run.GroundWork;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.task.SegmentationTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains one network with a study's protocol. */
@Command(
        name = "train",
        description = "Trains one network as a study's searches would, and scores it on the validation split.")
final class TrainCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study;

    @Parameters(index = "1..*", paramLabel = "GENOTYPE", description = "options in order, bars optional")
    private List<String> words;

    @Option(names = "--seed", defaultValue = "1", description = "of weights, order and augmentation")
    private long seed;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Study read = study.read();
        SegmentationTask task = GroundWork.task(read.task());
        ChainSpace space = GroundWork.space(read.space(), task);
        Architecture architecture = space.parse(String.join(" ", words));
        StandaloneTraining.Result result = DeviceWork.perform(
                new StandaloneTraining(space, architecture, task, read.training(), Purpose.SEARCH, seed), System.err);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("genotype", space.print(architecture));
        shown.put("val_miou", result.confusion().meanIntersectionOverUnion());
        shown.put("val_pixel_accuracy", result.confusion().pixelAccuracy());
        shown.put("train_s", result.trainSeconds());
        shown.put("val_s", result.scoreSeconds());
        shown.put("images_per_s", result.imagesPerSecond());
        shown.put("losses", result.losses());
        shown.put(
                "absent_classes",
                result.confusion().absentClasses().stream()
                        .map(task.classes()::get)
                        .toList());
        shown.put("weights_sha256", result.digest());
        if (json) {
            System.out.println(Json.pretty(shown));
        } else {
            shown.put("losses", java.util.Arrays.toString(result.losses()));
            shown.forEach((name, value) -> System.out.printf(Locale.ROOT, "%-20s %s%n", name, value));
            double[] iou = result.confusion().iouPerClass();
            for (int c = 0; c < iou.length; c++) {
                System.out.printf(
                        Locale.ROOT, "  IoU %-16s %.3f%n", task.classes().get(c), iou[c]);
            }
        }
        return 0;
    }
}
