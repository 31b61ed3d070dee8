package org.nasworkbench.experiment.run;

import java.util.stream.Collectors;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.Machine;

/** Writes down what a study is, so that its record can be read without the study's file. */
final class StudyFactSheet {
    private StudyFactSheet() {}

    static void write(Study study, SegmentationTask task, ChainSpace space, StudyStore store) {
        store.atomically(() -> {
            store.fact("name", study.name());
            store.fact("spec", study.text());
            store.fact("created_ms", Long.toString(System.currentTimeMillis()));
            store.fact("task", task.description());
            store.fact(
                    "space",
                    "%s, width %s, %d blocks of %d options, %s networks, input %s"
                            .formatted(
                                    space.name(),
                                    study.space().width(),
                                    space.blocks(),
                                    space.options().size(),
                                    space.size().toString().length() < 7
                                            ? space.size().toString()
                                            : space.options().size() + "^" + space.blocks(),
                                    space.input()));
            store.fact("machine", Machine.description());
            store.fact("target_ms", Double.toString(study.objective().target().millis()));
            store.fact(
                    "objective",
                    "%s, w %s"
                            .formatted(
                                    study.objective().form(), study.objective().w()));
            store.fact("training", study.training().toString());
            store.fact("final_epochs", Integer.toString(study.finale().epochs()));
            store.fact(
                    "strategy_order",
                    study.strategies().stream().map(StrategySpec::name).collect(Collectors.joining("\n")));
            store.fact("seeds", study.seeds().stream().map(String::valueOf).collect(Collectors.joining(",")));
            store.fact(
                    "projection_gpu_days_per_training",
                    Double.toString(study.projection().gpuDaysPerTraining()));
            store.fact(
                    "projection_dollars_per_gpu_day",
                    Double.toString(study.projection().dollarsPerGpuDay()));
            store.fact(
                    "projection_supernet_trainings",
                    Double.toString(study.projection().supernetTrainings()));
            store.fact("projection_source", study.projection().source());
        });
    }

    static void writeLatency(LatencyTable table, StudyStore store) {
        store.fact(
                "platform", table.facts().get("platform") + " (" + table.facts().get("runtime") + ")");
        store.fact("latency_check", table.check().summary());
    }
}
