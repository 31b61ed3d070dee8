package org.nasworkbench.strategy;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.work.Workplace;

/**
 * What outlives an interruption: finished trials, work and checkpoints of one run, and how often each network was trained for how long.
 */
public final class TestStore {
    /** A network trained for so long. */
    record Training(Architecture network, int epochs) {}

    final List<Trial> trials = new ArrayList<>();
    final Map<String, Serializable> works = new HashMap<>();
    final Map<Training, Integer> trainings = new HashMap<>();
    private Path checkpoints;

    /** Where work of this name is done; its checkpoint lies beside those of the run's other work. */
    Workplace place(String name) {
        if (checkpoints == null) {
            try {
                checkpoints = Files.createTempDirectory("checkpoints");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            checkpoints.toFile().deleteOnExit();
        }
        Path checkpoint = checkpoints.resolve(name + ".bin");
        checkpoint.toFile().deleteOnExit();
        return new TestPlace(checkpoint);
    }
}
