package org.nasworkbench.experiment.worker;

import java.nio.file.Path;

/** A kind of executor, as a plug-in. */
public interface ExecutorProvider {
    /** Its name in {@code --workers NAME:N=SETTING}. */
    String name();

    /** What the setting says, in a few words for messages; empty where there is none. */
    String setting();

    /**
     * Opens one.
     *
     * @param devices at least 1
     * @param setting what stands after the equals sign; empty if nothing does
     * @param folder of its own in the run's folder; may not exist
     * @throws IllegalArgumentException if the setting or the number cannot be
     */
    Executor open(int devices, String setting, Path folder);
}
