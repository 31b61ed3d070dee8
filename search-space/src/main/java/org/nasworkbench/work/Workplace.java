package org.nasworkbench.work;

import java.nio.file.Path;
import java.util.Optional;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationTask;

/** Where a piece of work is done: how it shows signs of life and where it may keep a checkpoint. */
public interface Workplace {
    /**
     * A sign of life. Work that gives none for longer than its limit is taken for hung.
     *
     * @param fraction how much is done, in [0, 1]
     * @param note a few words, such as {@code epoch 3/10 loss 0.81}
     */
    void progress(double fraction, String note);

    /**
     * A file of this piece of work's own, named for it ({@code NAME.bin}), that outlives an interruption: whoever writes it must do so
     * atomically, whoever finds it goes on from there or writes it anew. Empty where nothing is kept.
     */
    Optional<Path> checkpoint();

    /**
     * The file that another piece of work of the same run left as its last checkpoint.
     *
     * @param work its name within the run
     * @throws IllegalStateException if nothing is kept here
     */
    default Path left(String work) {
        return checkpoint()
                .map(own -> own.resolveSibling(work + ".bin"))
                .orElseThrow(() -> new IllegalStateException(
                        "the checkpoint of " + work + " must have been kept, but nothing is kept here"));
    }

    /** Says that all done so far is in the checkpoint: should the work be cut off from now on, its time until here was not in vain. */
    void saved();

    /** Says that the checkpoint cannot be used and the work begins anew: its time until here was in vain. */
    default void lost(String why) {}

    /** The images of a task; loaded once where work is done one after another. */
    SegmentationData data(SegmentationTask task);

    /** A place without checkpoints that ignores signs of life. */
    static Workplace bare() {
        return new Workplace() {
            @Override
            public void progress(double fraction, String note) {}

            @Override
            public Optional<Path> checkpoint() {
                return Optional.empty();
            }

            @Override
            public void saved() {}

            @Override
            public SegmentationData data(SegmentationTask task) {
                return task.load();
            }
        };
    }
}
