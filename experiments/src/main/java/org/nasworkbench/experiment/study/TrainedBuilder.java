package org.nasworkbench.experiment.study;

import java.util.Map;
import org.nasworkbench.latency.LatencyLimits;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.work.TrainingProtocol;

/** Makes the records of a checked study whose networks are trained here. */
final class TrainedBuilder {
    private final StudyValues values;
    private final StudyFolder folder;

    TrainedBuilder(StudyValues values, StudyFolder folder) {
        this.values = values;
        this.folder = folder;
    }

    TrainedSpec build() {
        TrainingProtocol training = training();
        return new TrainedSpec(
                new SpaceSpec(
                        OwnSpace.in(values.root())
                                ? OwnSpace.description(values)
                                : SearchSpaces.description(values.text("/space/name")),
                        values.number("/space/width"),
                        values.integer("/space/blocks")),
                task(),
                latency(),
                training,
                new FinalSpec(
                        values.optionalInteger("/final/epochs").orElse(training.epochs() * 4),
                        values.wholes("/final/seeds"),
                        values.text("/final/inherit").equals("shared-weights")),
                new FidelitySpec(values.integer("/fidelity/genotypes")));
    }

    private TaskSpec task() {
        String name = values.text("/task/name");
        Map<String, Long> counts = name.equals("street-scenes")
                ? Map.of(
                        "train", values.whole("/task/train"),
                        "validation", values.whole("/task/validation"),
                        "test", values.whole("/task/test"))
                : Map.of();
        return new TaskSpec(
                name,
                values.optionalText("/task/dir").flatMap(dir -> TrainedRules.directory(dir, folder)),
                values.integer("/task/input/0"),
                values.integer("/task/input/1"),
                values.texts("/task/classes"),
                counts,
                values.whole("/task/seed"));
    }

    private LatencySpec latency() {
        return new LatencySpec(
                PlatformRules.choice(values),
                new LatencyLimits(values.number("/latency/largest-error"), values.number("/latency/least-spearman")),
                values.flag("/latency/accept-unfit"),
                values.optionalText("/latency/table").flatMap(folder::file));
    }

    private TrainingProtocol training() {
        return new TrainingProtocol(
                values.integer("/training/epochs"),
                values.integer("/training/batch"),
                values.word("/training/optimizer", TrainingProtocol.Optimizer.class),
                values.number("/training/learning-rate"),
                values.number("/training/momentum"),
                values.number("/training/weight-decay"),
                values.word("/training/schedule", TrainingProtocol.Schedule.class),
                values.flag("/training/flip"),
                values.number("/training/crop"),
                values.flag("/training/class-balanced"));
    }
}
