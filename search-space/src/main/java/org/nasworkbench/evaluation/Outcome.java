package org.nasworkbench.evaluation;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What evaluating an architecture gave. A network that fails to train is an outcome like any other, never a made-up score. */
public sealed interface Outcome extends Serializable {
    /** The score that searches maximise, a fraction in [0, 1]; empty after a failure. */
    OptionalDouble score();

    /**
     * The network was trained and scored.
     *
     * @param value the search score, a fraction in [0, 1], such as validation mIoU
     * @param metrics further numbers by name; names say the split: {@code val_pixel_accuracy}
     * @param series further rows of numbers by name: {@link #TRAIN_LOSS}, {@link #VAL_CONFUSION}
     */
    record Scored(double value, Map<String, Double> metrics, Map<String, List<Double>> series) implements Outcome {
        /** Mean loss of each epoch of its training. */
        public static final String TRAIN_LOSS = "train_loss";

        /** Pixels of the validation split by true class and, within it, predicted class: {@code [classes x classes]}. */
        public static final String VAL_CONFUSION = "val_confusion";

        public Scored {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a score must be a fraction in [0, 1], but was " + value);
            }
            metrics = Map.copyOf(metrics);
            series = series.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, row -> List.copyOf(row.getValue())));
        }

        /** A score without rows of numbers. */
        public Scored(double value, Map<String, Double> metrics) {
            this(value, metrics, Map.of());
        }

        @Override
        public OptionalDouble score() {
            return OptionalDouble.of(value);
        }
    }

    /** The network could not be trained or scored. */
    record Failed(Reason reason, String detail) implements Outcome {
        @Override
        public OptionalDouble score() {
            return OptionalDouble.empty();
        }
    }

    /** Why a network failed. */
    enum Reason {
        /** The loss became infinite or not a number. */
        DIVERGED,
        /** Memory ran out. */
        OUT_OF_MEMORY,
        /** The worker gave no sign of life for longer than its limit. */
        HUNG,
        /** The worker ended without an answer. */
        WORKER_LOST,
        /** Nothing is recorded for it in the table that answers. */
        NOT_LISTED,
        /** Anything else; the detail says what. */
        ERROR
    }
}
