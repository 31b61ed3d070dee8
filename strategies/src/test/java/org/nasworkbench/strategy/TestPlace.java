package org.nasworkbench.strategy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.Workplace;

/** A place that keeps a checkpoint; the images of a task are loaded once for all of them. */
record TestPlace(Path file) implements Workplace {
    private static final Map<SegmentationTask, SegmentationData> LOADED = new ConcurrentHashMap<>();

    @Override
    public void progress(double fraction, String note) {}

    @Override
    public Optional<Path> checkpoint() {
        return Optional.of(file);
    }

    @Override
    public void saved() {}

    @Override
    public SegmentationData data(SegmentationTask task) {
        return LOADED.computeIfAbsent(task, SegmentationTask::load);
    }
}
