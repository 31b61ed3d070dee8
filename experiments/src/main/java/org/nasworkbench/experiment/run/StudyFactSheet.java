package org.nasworkbench.experiment.run;

import java.util.Locale;
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

/** Writes down what a study is, so that its record can be read without the study's file. */
final class StudyFactSheet {
    private StudyFactSheet() {}

    static void write(Study study, TrainedSpec spec, SegmentationTask task, ChainSpace space, StudyStore store) {
        store.atomically(() -> {
            common(study, store);
            store.fact("task", task.description());
            store.fact("classes", String.join("\n", task.classes()));
            store.fact(
                    "space",
                    "%s, width %s, %d blocks of %d options, %s networks, input %s"
                            .formatted(
                                    space.name(),
                                    spec.space().width(),
                                    space.blocks(),
                                    space.options().size(),
                                    space.size().toString().length() < 7
                                            ? space.size().toString()
                                            : space.options().size() + "^" + space.blocks(),
                                    space.input()));
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

    private static void common(Study study, StudyStore store) {
        store.fact("name", study.name());
        store.fact("spec", study.text());
        store.fact("created_ms", Long.toString(System.currentTimeMillis()));
        store.fact("machine", Machine.description());
        if (study.objective().form() != Objective.Form.NONE) {
            store.fact("target_ms", Double.toString(study.objective().target().millis()));
        }
        store.fact("objective", objective(study.objective()));
        store.fact("budget", budget(study.budget()) + (study.repeatsCharged() ? ", repeats charged" : ""));
        store.fact("budget_in", study.budget().trials().isPresent() ? "trainings" : "time");
        store.fact(
                "strategy_order",
                study.strategies().stream().map(StrategySpec::name).collect(Collectors.joining("\n")));
        store.fact("seeds", study.seeds().stream().map(String::valueOf).collect(Collectors.joining(",")));
        ProjectionSpec projection = study.projection();
        store.fact("projection_gpu_days_per_training", Double.toString(projection.gpuDaysPerTraining()));
        store.fact("projection_dollars_per_gpu_day", Double.toString(projection.dollarsPerGpuDay()));
        store.fact("projection_dollars_per_gpu_day_low", Double.toString(projection.lowestDollars()));
        store.fact("projection_dollars_per_gpu_day_high", Double.toString(projection.highestDollars()));
        store.fact("projection_supernet_trainings", Double.toString(projection.supernetTrainings()));
        store.fact("projection_source", projection.source());
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
