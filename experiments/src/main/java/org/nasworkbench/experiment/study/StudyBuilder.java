package org.nasworkbench.experiment.study;

import java.util.List;
import java.util.Optional;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.strategy.Objective;

/** Makes the records of a study whose values have been checked. */
final class StudyBuilder {
    private final StudyValues values;
    private final StudyFolder folder;

    StudyBuilder(StudyValues values, StudyFolder folder) {
        this.values = values;
        this.folder = folder;
    }

    Study build(String source, String text, List<StrategySpec> strategies) {
        boolean band = values.has("/projection/price-band");
        return new Study(
                values.text("/name"),
                source,
                text,
                ScoreSource.of(values.root()) == ScoreSource.TABLE
                        ? new TableBuilder(values, folder).build()
                        : new TrainedBuilder(values, folder).build(),
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
                        values.number(band ? "/projection/price-band/0" : "/projection/dollars-per-gpu-day"),
                        values.number(band ? "/projection/price-band/1" : "/projection/dollars-per-gpu-day"),
                        values.number("/projection/supernet-trainings"),
                        values.text("/projection/source")),
                values.optionalText("/executor").map(ExecutorSpec::parse));
    }

    private Objective objective() {
        // The form none looks at no target; 1 ms stands for whatever it is.
        Optional<Latency> target =
                Optional.of("/objective/target-ms").filter(values::has).map(key -> new Latency(values.number(key)));
        return new Objective(
                values.has("/objective") ? values.word("/objective/form", Objective.Form.class) : Objective.Form.NONE,
                target.orElse(new Latency(1)),
                values.number("/objective/w"));
    }
}
