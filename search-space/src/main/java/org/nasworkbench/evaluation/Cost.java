package org.nasworkbench.evaluation;

import java.io.Serializable;

/**
 * What a trial cost. The columns never mix.
 *
 * @param deviceSeconds measured seconds of one device
 * @param creditSeconds what an identical earlier trial cost, where this one was answered from the cache
 * @param simulatedSeconds seconds that a table recorded for this training, elsewhere and earlier
 */
public record Cost(double deviceSeconds, double creditSeconds, double simulatedSeconds) implements Serializable {
    /** Nothing. */
    public static final Cost NONE = new Cost(0, 0, 0);

    public Cost {
        if (!(deviceSeconds >= 0 && creditSeconds >= 0 && simulatedSeconds >= 0)) {
            throw new IllegalArgumentException("a cost must be 0 s or more, but was " + deviceSeconds + ", "
                    + creditSeconds + ", " + simulatedSeconds);
        }
    }

    /** Measured device time. */
    public static Cost measured(double deviceSeconds) {
        return new Cost(deviceSeconds, 0, 0);
    }

    /** The cost of repeating a trial that cost {@code original}: nothing new, the original as credit. */
    public static Cost credit(Cost original) {
        return new Cost(0, original.deviceSeconds + original.creditSeconds + original.simulatedSeconds, 0);
    }
}
