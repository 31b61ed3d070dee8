package org.nasworkbench.experiment.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.work.TrainingProtocol;

/** Makes the records of a study whose values have been checked. */
final class StudyBuilder {
    private final StudyValues values;
    private final StudyFolder folder;

    StudyBuilder(StudyValues values, StudyFolder folder) {
        this.values = values;
        this.folder = folder;
    }

    Study build(String source, String text, List<StrategySpec> strategies) {
        return new Study(
                values.text("/name"),
                source,
                text,
                trained(),
                objective(),
                new Budget(
                        values.optionalInteger("/budget/trials"),
                        values.optionalNumber("/budget/device-hours"),
                        values.optionalNumber("/budget/simulated-seconds"),
                        values.optionalNumber("/budget/money")),
                values.text("/repeats").equals("charged"),
                strategies,
                values.wholes("/seeds"),
                new ProjectionSpec(
                        values.number("/projection/gpu-days-per-training"),
                        values.number("/projection/dollars-per-gpu-day"),
                        values.number("/projection/supernet-trainings"),
                        values.text("/projection/source")));
    }

    private TrainedSpec trained() {
        TrainingProtocol training = training();
        return new TrainedSpec(
                new SpaceSpec(
                        values.text("/space/name"), values.number("/space/width"), values.integer("/space/blocks")),
                task(),
                latency(),
                training,
                new FinalSpec(
                        values.optionalInteger("/final/epochs").orElse(training.epochs() * 4),
                        values.wholes("/final/seeds")));
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
                values.optionalText("/task/dir").flatMap(dir -> GroundRules.directory(dir, folder)),
                values.integer("/task/input/0"),
                values.integer("/task/input/1"),
                values.texts("/task/classes"),
                counts,
                values.whole("/task/seed"));
    }

    private LatencySpec latency() {
        return new LatencySpec(
                values.text("/latency/platform"),
                values.integer("/latency/threads"),
                values.optionalText("/latency/table").flatMap(table -> GroundRules.table(table, folder)));
    }

    private Objective objective() {
        // The form none looks at no target; 1 ms stands for whatever it is.
        Optional<Latency> target =
                Optional.of("/objective/target-ms").filter(values::has).map(key -> new Latency(values.number(key)));
        return new Objective(
                values.word("/objective/form", Objective.Form.class),
                target.orElse(new Latency(1)),
                values.number("/objective/w"));
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
