package org.nasworkbench.experiment.verify;

import java.nio.file.Path;

/**
 * A place where something other is written than what comes out anew.
 *
 * @param line from 1
 * @param found what is written there, as written
 * @param recomputed what should be
 */
public record Mismatch(Path file, int line, String found, String recomputed) {
    @Override
    public String toString() {
        return file + ":" + line + ": found " + found + ", recomputed " + recomputed;
    }
}
