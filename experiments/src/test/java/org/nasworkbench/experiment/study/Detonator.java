package org.nasworkbench.experiment.study;

/** A class that a YAML tag may name: if it is ever touched, it tells. */
public final class Detonator {
    private static boolean touched;

    /** Tells. */
    public Detonator() {
        touch();
    }

    /** Tells, too. */
    public Detonator(int fuse) {
        touch();
    }

    private static void touch() {
        touched = true;
    }

    static boolean touched() {
        return touched;
    }
}
