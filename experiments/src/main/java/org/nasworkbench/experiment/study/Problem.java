package org.nasworkbench.experiment.study;

import java.io.Serializable;

/**
 * One mistake in a study.
 *
 * @param file the study file, or {@code --set} for a change from the command line
 * @param line from 1; for {@code --set} the number of the change
 * @param column from 1
 * @param key dotted path, such as {@code strategies.0.population}
 * @param rule what must hold
 * @param value what stands there instead; empty where that says nothing
 * @param hint what to do; empty where there is nothing to say
 */
public record Problem(String file, int line, int column, String key, String rule, String value, String hint)
        implements Serializable {
    public Problem {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "line and column must be at least 1, but were " + line + " and " + column);
        }
    }

    /** {@code file:line:column key: rule, but was VALUE; hint}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + " " + key + ": " + rule
                + (value.isEmpty() ? "" : ", but was " + value)
                + (hint.isEmpty() ? "" : "; " + hint);
    }
}
