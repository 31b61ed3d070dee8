package org.nasworkbench.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The final trainings of a study's record. */
final class FinalTable {
    private final Database database;

    FinalTable(Database database) {
        this.database = database;
    }

    /** Adds what a chosen network is worth. */
    void add(FinalTraining training, long nowMillis) {
        database.atomically(() -> {
            int added = database.update(
                    "INSERT INTO final VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    training.run().strategy(),
                    training.run().seed(),
                    training.finalSeed(),
                    training.genotype(),
                    training.score().isPresent() ? "scored" : "failed",
                    Database.boxed(training.score()),
                    training.deviceSeconds(),
                    training.testOpenedMillis() == 0 ? null : training.testOpenedMillis(),
                    training.detail(),
                    nowMillis);
            if (added == 1 && training.inherited()) {
                database.update(
                        "INSERT INTO inherited_final VALUES (?, ?, ?)",
                        training.run().strategy(),
                        training.run().seed(),
                        training.finalSeed());
            }
            if (added == 1) {
                training.metrics()
                        .forEach((name, value) -> database.update(
                                "INSERT INTO final_metric VALUES (?, ?, ?, ?, ?)",
                                training.run().strategy(),
                                training.run().seed(),
                                training.finalSeed(),
                                name,
                                value));
            }
        });
    }

    /** What chosen networks are worth, so far. */
    List<FinalTraining> all() {
        Map<List<Object>, Map<String, Double>> metrics = new HashMap<>();
        database.query(
                row -> metrics.computeIfAbsent(
                                List.of(row.getString(1), row.getLong(2), row.getLong(3)), key -> new HashMap<>())
                        .put(row.getString(4), row.getDouble(5)),
                "SELECT strategy, seed, final_seed, name, value FROM final_metric");
        return database.query(
                row -> new FinalTraining(
                        new RunKey(row.getString("strategy"), row.getLong("seed")),
                        row.getLong("final_seed"),
                        row.getString("genotype"),
                        row.getBoolean("inherited"),
                        Database.optional(row, "score"),
                        metrics.getOrDefault(
                                List.of(row.getString("strategy"), row.getLong("seed"), row.getLong("final_seed")),
                                Map.of()),
                        row.getDouble("device_s"),
                        row.getLong("test_opened_ms"),
                        row.getString("detail")),
                "SELECT f.*, EXISTS (SELECT 1 FROM inherited_final i WHERE i.strategy = f.strategy AND i.seed = f.seed"
                        + " AND i.final_seed = f.final_seed) AS inherited FROM final f");
    }
}
