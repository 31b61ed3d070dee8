package org.nasworkbench.evaluation;

import java.util.List;

/** How architectures get their scores: by being trained here, or from what was recorded when others trained them. */
public sealed interface Evaluation permits Training, RecordedTrainings {
    /** The lengths at which a network can be scored, in epochs, ascending; the last is the full one. */
    List<Integer> epochs();

    /** The full length, in epochs. */
    default int fullEpochs() {
        return epochs().get(epochs().size() - 1);
    }
}
