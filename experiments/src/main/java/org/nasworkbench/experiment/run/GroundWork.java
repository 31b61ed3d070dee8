package org.nasworkbench.experiment.run;

import java.nio.file.Path;
import java.util.Optional;
import org.nasworkbench.evaluation.Training;
import org.nasworkbench.experiment.study.SpaceSpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TaskSpec;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Shape;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.task.LabelledFolder;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.task.StreetScenes;

/** Turns what a study says about space and task into the objects. */
public final class GroundWork {
    private GroundWork() {}

    /** The task. */
    public static SegmentationTask task(TaskSpec spec) {
        return switch (spec.name()) {
            case "street-scenes" ->
                new StreetScenes(
                        spec.height(),
                        spec.width(),
                        Math.toIntExact(spec.counts().get("train")),
                        Math.toIntExact(spec.counts().get("validation")),
                        Math.toIntExact(spec.counts().get("test")),
                        spec.seed());
            case "camvid" -> LabelledFolder.camVid(directory(spec), spec.height(), spec.width());
            default ->
                new LabelledFolder(
                        spec.name(),
                        directory(spec),
                        spec.classes(),
                        spec.classes().size(),
                        spec.height(),
                        spec.width());
        };
    }

    /**
     * Looks at images that somebody else made, before any work begins: what is wrong with them would fail every training.
     *
     * @throws IllegalArgumentException naming every file
     */
    static void requireImages(SegmentationTask task) {
        if (task instanceof LabelledFolder folder) {
            folder.load();
        }
    }

    /** The space, at the task's size and number of classes. */
    public static ChainSpace space(SpaceSpec spec, SegmentationTask task) {
        return spec.description()
                .chain(spec.width(), spec.blocks(), task.classes().size(), new Shape(3, task.height(), task.width()));
    }

    /** Both, for a whole study. */
    public static ChainSpace space(Study study) {
        return space(study.trained().space(), task(study.trained().task()));
    }

    /** A study's ground before any latency is measured, for plans. */
    static Ground unmeasured(Study study) {
        SegmentationTask task = task(study.trained().task());
        ChainSpace space = space(study.trained().space(), task);
        return new Ground(
                space,
                study.objective(),
                Optional.of(new NoLatency(space)),
                new Training(task, study.trained().training()));
    }

    private static String directory(TaskSpec spec) {
        return spec.directory().map(Path::toString).orElseThrow();
    }
}
