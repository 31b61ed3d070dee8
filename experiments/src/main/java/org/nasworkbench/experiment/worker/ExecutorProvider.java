package org.nasworkbench.experiment.worker;

import java.nio.file.Path;

/** A kind of executor, as a plug-in. */
public interface ExecutorProvider {
    /** Its name in {@code --workers NAME:N=SETTING}. */
    String name();

    /** What the setting says, in a few words for messages; empty where there is none. */
    String setting();

    /**
     * Refuses what could not be opened here, before any work is done.
     *
     * @param devices at least 1
     * @param setting what stands after the equals sign; empty if nothing does
     * @throws IllegalArgumentException if the setting or the number cannot be
     */
    void require(int devices, String setting);

    /**
     * Opens one that was required.
     *
     * @param folder of its own in the run's folder; may not exist
     */
    Executor open(int devices, String setting, Path folder);
}
