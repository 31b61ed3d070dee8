package org.nasworkbench.experiment.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.nasworkbench.experiment.study.Budget;
import org.nasworkbench.experiment.study.ProjectionSpec;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.experiment.study.TrainedSpec;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.table.ColumnTable;
import org.nasworkbench.table.TableDefinition;
import org.nasworkbench.table.TableSource;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.Machine;
import org.nasworkbench.work.TrainingProtocol;

/** What a study is, by name, so that its record can be read without the study's file. */
final class StudyFactSheet {
    private StudyFactSheet() {}

    static void write(Study study, TrainedSpec spec, SegmentationTask task, ChainSpace space, StudyStore store) {
        store.atomically(() -> {
            common(study, store);
            store.fact("task", task.description());
            store.fact("classes", String.join("\n", task.classes()));
            store.fact("space", space(spec, space));
            store.fact("training", training(spec.training()));
            store.fact("full_epochs", Integer.toString(spec.training().epochs()));
            store.fact(
                    "final training",
                    "%d epochs on all of train, seeds %s%s"
                            .formatted(
                                    spec.finale().epochs(),
                                    spec.finale().seeds(),
                                    spec.finale().inherits()
                                            ? ", from the supernet's weights where a search trained any, else from scratch"
                                            : ""));
            store.fact("fidelity", Integer.toString(spec.fidelity().genotypes()));
        });
    }

    static void write(Study study, TableSpec spec, ColumnTable table, StudyStore store) {
        TableDefinition definition = spec.definition();
        store.atomically(() -> {
            common(study, store);
            store.fact("task", "a table: " + spec.source());
            store.fact(
                    "space", "%s, %,d networks listed".formatted(table.space().name(), table.rows()));
            store.fact("training", "recorded: %s".formatted(definition.score().column()));
            store.fact("full_epochs", Integer.toString(table.fullEpochs()));
            if (spec.source() instanceof TableSource.Shipped) {
                store.fact("table", definition.name());
            }
            store.fact("final_metric", definition.report().get(0));
            definition.latency().ifPresent(column -> store.fact("platform", "as recorded: " + column));
            spec.terms().ifPresent(file -> store.fact("platform", "by the table of terms " + file));
        });
    }

    private static String space(TrainedSpec spec, ChainSpace space) {
        return "%s, width %s, %d blocks of %d options, %s networks, input %s"
                .formatted(
                        space.name(),
                        spec.space().width(),
                        space.blocks(),
                        space.options().size(),
                        space.size().toString().length() < 7
                                ? space.size().toString()
                                : space.options().size() + "^" + space.blocks(),
                        space.input());
    }

    private static void common(Study study, StudyStore store) {
        store.fact("created_ms", Long.toString(System.currentTimeMillis()));
        store.fact("machine", Machine.description());
        common(study).forEach(store::fact);
    }

    /** What the study's text alone tells, for results that are read without their record. */
    static Map<String, String> of(Study study) {
        Map<String, String> facts = common(study);
        if (study.ground() instanceof TrainedSpec spec) {
            facts.put("space", space(spec, GroundWork.space(study)));
            facts.put("full_epochs", Integer.toString(spec.training().epochs()));
        }
        return facts;
    }

    private static Map<String, String> common(Study study) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("name", study.name());
        facts.put("spec", study.text());
        if (study.objective().form() != Objective.Form.NONE) {
            facts.put("target_ms", Double.toString(study.objective().target().millis()));
        }
        facts.put("objective", objective(study.objective()));
        facts.put("budget", budget(study.budget()) + (study.repeatsCharged() ? ", repeats charged" : ""));
        facts.put("budget_in", study.budget().trials().isPresent() ? "trainings" : "time");
        facts.put(
                "strategy_order",
                study.strategies().stream().map(StrategySpec::name).collect(Collectors.joining("\n")));
        facts.put("seeds", study.seeds().stream().map(String::valueOf).collect(Collectors.joining(",")));
        ProjectionSpec projection = study.projection();
        facts.put("projection_gpu_days_per_training", Double.toString(projection.gpuDaysPerTraining()));
        facts.put("projection_dollars_per_gpu_day", Double.toString(projection.dollarsPerGpuDay()));
        facts.put("projection_dollars_per_gpu_day_low", Double.toString(projection.lowestDollars()));
        facts.put("projection_dollars_per_gpu_day_high", Double.toString(projection.highestDollars()));
        facts.put("projection_supernet_trainings", Double.toString(projection.supernetTrainings()));
        facts.put("projection_source", projection.source());
        return facts;
    }

    static void writeLatency(LatencyTable table, String verdict, StudyStore store) {
        store.fact(
                "platform", table.facts().get("platform") + " (" + table.facts().get("runtime") + ")");
        store.fact("latency times", table.projected() ? "projected" : "measured");
        store.fact("latency check", verdict);
    }

    private static String budget(Budget budget) {
        if (budget.trials().isPresent()) {
            return budget.trials().getAsInt() + " trainings";
        }
        if (budget.deviceHours().isPresent()) {
            return budget.deviceHours().getAsDouble() + " h of measured device time";
        }
        return budget.simulatedSeconds().isPresent()
                ? budget.simulatedSeconds().getAsDouble() + " s of simulated device time"
                : "$" + budget.money().getAsDouble();
    }

    private static String objective(Objective objective) {
        String target = objective.target().millis() + " ms";
        return switch (objective.form()) {
            case SOFT -> "score x (latency / %s)^%s".formatted(target, objective.w());
            case HARD -> "score, beyond %s score x target / latency".formatted(target);
            case CONSTRAINT -> "score of networks up to " + target;
            case NONE -> "score alone";
        };
    }

    private static String training(TrainingProtocol protocol) {
        return "%d epochs, batch %d, %s, learning rate %s, %s, weight decay %s%s%s%s"
                .formatted(
                        protocol.epochs(),
                        protocol.batch(),
                        protocol.optimizer() == TrainingProtocol.Optimizer.SGD
                                ? "SGD with momentum " + protocol.momentum()
                                : "Adam",
                        protocol.learningRate(),
                        protocol.schedule().name().toLowerCase(Locale.ROOT),
                        protocol.weightDecay(),
                        protocol.flip() ? ", flips" : "",
                        protocol.crop() > 0 ? ", shifts up to " + protocol.crop() : "",
                        protocol.balanced() ? ", classes balanced" : "");
    }
}
