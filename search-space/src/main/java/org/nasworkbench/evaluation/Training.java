package org.nasworkbench.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.TrainingProtocol;

/**
 * Scores come from training networks here; any length up to the protocol's own is possible.
 *
 * @param task what is learnt
 * @param protocol how every network is trained
 */
public record Training(SegmentationTask task, TrainingProtocol protocol) implements Evaluation {
    @Override
    public List<Integer> epochs() {
        return IntStream.rangeClosed(1, protocol.epochs()).boxed().toList();
    }
}
