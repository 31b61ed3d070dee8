package org.nasworkbench.results;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** The part of a study's record that rankings by shared weights are judged from. */
public final class FidelityLog {
    private final Database database;

    FidelityLog(Database database) {
        this.database = database;
    }

    /**
     * A network trained stand-alone.
     *
     * @param genotype canonical
     * @param score fraction in [0, 1]; empty where the training failed
     * @param detail why it failed
     */
    public record Training(
            String genotype, double latencyMillis, OptionalDouble score, double deviceSeconds, String detail) {}

    /** The genotypes that were trained. */
    public Set<String> trained() {
        return new HashSet<>(database.query(row -> row.getString(1), "SELECT genotype FROM fidelity_training"));
    }

    /** Adds a training; one that is there already stays as it is. */
    public void add(Training training, long nowMillis) {
        database.update(
                "INSERT INTO fidelity_training VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                training.genotype(),
                training.latencyMillis(),
                training.score().isPresent() ? "scored" : "failed",
                training.score().isPresent() ? training.score().getAsDouble() : null,
                training.deviceSeconds(),
                training.detail(),
                nowMillis);
    }

    /** Whether a run's scores of an epoch are there. */
    public boolean scored(RunKey run, int epoch, boolean recalibrated) {
        return database.query(
                                row -> row.getInt(1),
                                "SELECT count(*) FROM fidelity WHERE strategy = ? AND seed = ? AND epoch = ?"
                                        + " AND recalibrated = ?",
                                run.strategy(),
                                run.seed(),
                                epoch,
                                recalibrated ? 1 : 0)
                        .get(0)
                > 0;
    }

    /** Adds a run's scores of an epoch, all or none. */
    public void add(
            RunKey run, int epoch, boolean recalibrated, List<String> genotypes, double[] scores, long nowMillis) {
        database.atomically(() -> {
            for (int i = 0; i < scores.length; i++) {
                database.update(
                        "INSERT INTO fidelity VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        run.strategy(),
                        run.seed(),
                        epoch,
                        recalibrated ? 1 : 0,
                        genotypes.get(i),
                        scores[i],
                        nowMillis);
            }
        });
    }
}
