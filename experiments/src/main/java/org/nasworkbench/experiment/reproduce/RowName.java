package org.nasworkbench.experiment.reproduce;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.nasworkbench.results.RunKey;

/**
 * Names a trial of a run, or one of its final trainings: {@code evolution/1/17}, {@code evolution/1/final-2}.
 *
 * @param number of the trial, or the seed of the final training
 */
public record RowName(RunKey run, boolean isFinal, long number) {
    private static final Pattern NAME = Pattern.compile("(.+)/(\\d{1,18})/(final-)?(\\d{1,18})");

    /** Reads one. @throws IllegalArgumentException if it is none */
    public static RowName parse(String text) {
        Matcher name = NAME.matcher(text);
        if (!name.matches()) {
            throw new IllegalArgumentException("a trial must be named STRATEGY/SEED/NUMBER, or STRATEGY/SEED/final-SEED"
                    + " for a final training, but was '" + text + "'");
        }
        return new RowName(
                new RunKey(name.group(1), Long.parseLong(name.group(2))),
                name.group(3) != null,
                Long.parseLong(name.group(4)));
    }

    @Override
    public String toString() {
        return run.strategy() + "/" + run.seed() + "/" + (isFinal ? "final-" : "") + number;
    }
}
