package org.nasworkbench.experiment.study;

/** The one form in which the records of this package state a broken rule. */
final class Require {
    private Require() {}

    static void that(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", but was " + value);
        }
    }
}
