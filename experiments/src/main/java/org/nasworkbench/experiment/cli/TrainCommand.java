package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.StudyReader;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.task.SegmentationTask;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains one network with the shared protocol. */
@Command(name = "train", description = "Trains one network as the searches do, and scores it on the validation split.")
final class TrainCommand implements Callable<Integer> {
    /** A study around one training: what --set may change, with values that suit a small machine. */
    private static final String FRAME = """
            name: train
            space: {name: SPACE}
            task: {name: street-scenes, input: [96, 128]}
            objective: {form: none}
            training: {epochs: 10, batch: 8, learning-rate: 0.005, optimizer: adam}
            budget: {trials: 1}
            strategies: [{type: random-search}]
            seeds: [1]
            """;

    @Parameters(
            index = "0",
            paramLabel = "SPACE",
            description = "a space, or a STUDY.yaml whose space, task and training are meant")
    private String space;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "GENOTYPE",
            description = "options in order, bars optional")
    private List<String> words;

    @Option(names = "--task", paramLabel = "TASK", description = "camvid, street-scenes or folder")
    private String task;

    @Option(names = "--dir", paramLabel = "DIR", description = "the task's folder")
    private String directory;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "any key of a study, such as training.epochs=30 or space.width=0.5")
    private List<String> changes = List.of();

    @Option(names = "--seed", defaultValue = "1", description = "of weights, order and augmentation")
    private long seed;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Study study = study();
        SegmentationTask images = GroundWork.task(study.trained().task());
        ChainSpace chain = GroundWork.space(study.trained().space(), images);
        Architecture architecture = chain.parse(String.join(" ", words));
        StandaloneTraining.Result result = DeviceWork.perform(
                new StandaloneTraining(
                        chain, architecture, images, study.trained().training(), Purpose.SEARCH, seed),
                System.err);
        print(chain.print(architecture), images, result);
        return 0;
    }

    private Study study() throws IOException, InvalidStudyException {
        List<String> all = new ArrayList<>();
        if (task != null) {
            all.add("task.name=" + task);
        }
        if (directory != null) {
            all.add("task.dir=" + directory);
        }
        all.addAll(changes);
        return space.endsWith(".yaml")
                ? StudyReader.read(Path.of(space), all)
                : StudyReader.parse(FRAME.replace("SPACE", space), "nas train", Path.of("."), all);
    }

    private void print(String genotype, SegmentationTask images, StandaloneTraining.Result result) {
        List<String> classes = images.classes();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("task", images.description());
        shown.put("genotype", genotype);
        shown.put("val_miou", result.confusion().meanIntersectionOverUnion());
        shown.put("val_pixel_accuracy", result.confusion().pixelAccuracy());
        shown.put("train_s", result.trainSeconds());
        shown.put("val_s", result.scoreSeconds());
        shown.put("images_per_s", result.imagesPerSecond());
        shown.put("losses", Arrays.stream(result.losses()).boxed().toList());
        shown.put(
                "absent_classes",
                result.confusion().absentClasses().stream().map(classes::get).toList());
        shown.put("weights_sha256", result.digest());
        if (json) {
            System.out.println(Json.pretty(shown));
            return;
        }
        shown.forEach((name, value) -> System.out.printf(Locale.ROOT, "%-20s %s%n", name, value));
        double[] iou = result.confusion().iouPerClass();
        for (int c = 0; c < iou.length; c++) {
            System.out.printf(Locale.ROOT, "  IoU %-16s %.3f%n", classes.get(c), iou[c]);
        }
    }
}
