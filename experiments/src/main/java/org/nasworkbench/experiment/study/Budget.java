package org.nasworkbench.experiment.study;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;

/**
 * What each run may use up. Exactly one of the three is there.
 *
 * @param trials evaluated architectures, at least 1
 * @param deviceHours measured device time in hours, above 0
 * @param money US dollars at {@link ProjectionSpec#dollarsPerGpuDay} for each measured device-day, above 0
 */
public record Budget(OptionalInt trials, OptionalDouble deviceHours, OptionalDouble money) {
    public Budget {
        double[] there = DoubleStream.of(trials.orElse(0), deviceHours.orElse(0), money.orElse(0))
                .filter(amount -> amount != 0)
                .toArray();
        Require.that(there.length == 1, "a budget must have exactly one of trials, device-hours, money", there.length);
        Require.that(there[0] > 0, "a budget must be above 0", there[0]);
    }

    /** The device time that a run may use, in seconds; empty where trials are counted. */
    public OptionalDouble deviceSeconds(ProjectionSpec projection) {
        if (money.isPresent()) {
            return OptionalDouble.of(money.getAsDouble() / projection.dollarsPerGpuDay() * 86_400);
        }
        return deviceHours.isPresent() ? OptionalDouble.of(deviceHours.getAsDouble() * 3_600) : OptionalDouble.empty();
    }
}
