package org.nasworkbench.experiment.study;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/**
 * What each run may use up. Exactly one of the four is there.
 *
 * @param trials evaluated architectures, at least 1; a training shorter than the full one counts as its share
 * @param deviceHours measured device time in hours, above 0
 * @param simulatedSeconds device time by a table's record, above 0; a training that would not end within it is not begun
 * @param money US dollars at {@link ProjectionSpec#dollarsPerGpuDay} for each device-day, measured or by a table's record, above 0
 */
public record Budget(
        OptionalInt trials, OptionalDouble deviceHours, OptionalDouble simulatedSeconds, OptionalDouble money) {
    /** The keys in a study, one of which must be there. */
    static final String KEYS = "trials, device-hours, simulated-seconds, money";

    public Budget {
        double[] there = DoubleStream.of(
                        trials.orElse(0), deviceHours.orElse(0), simulatedSeconds.orElse(0), money.orElse(0))
                .filter(amount -> amount != 0)
                .toArray();
        Require.that(there.length == 1, "a budget must have exactly one of " + KEYS, there.length);
        Require.that(there[0] > 0, "a budget must be above 0", there[0]);
    }

    /** The device time that a run may use, in seconds; empty where trials are counted. */
    public OptionalDouble deviceSeconds(ProjectionSpec projection) {
        if (money.isPresent()) {
            return OptionalDouble.of(money.getAsDouble() / projection.dollarsPerGpuDay() * 86_400);
        }
        return deviceHours.isPresent() ? OptionalDouble.of(deviceHours.getAsDouble() * 3_600) : simulatedSeconds;
    }
}
