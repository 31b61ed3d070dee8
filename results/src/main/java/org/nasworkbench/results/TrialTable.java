package org.nasworkbench.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.SearchSpace;

/** The trials of a study's record. */
final class TrialTable {
    private final Database database;

    TrialTable(Database database) {
        this.database = database;
    }

    /** Adds a trial; one that is there already stays as it is. */
    void add(RunKey run, Trial trial, String canonical, long nowMillis) {
        database.atomically(() -> {
            boolean scored = trial.outcome() instanceof Outcome.Scored;
            Outcome.Failed failure = trial.outcome() instanceof Outcome.Failed failed ? failed : null;
            int added = database.update(
                    "INSERT INTO trial VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT DO NOTHING",
                    run.strategy(),
                    run.seed(),
                    trial.number(),
                    trial.genotype(),
                    canonical,
                    trial.epochs(),
                    scored ? "scored" : "failed",
                    Database.boxed(trial.outcome().score()),
                    Database.boxed(trial.value()),
                    trial.latency().map(Latency::millis).orElse(null),
                    trial.cost().deviceSeconds(),
                    trial.cost().creditSeconds(),
                    trial.cost().simulatedSeconds(),
                    trial.cached() ? 1 : 0,
                    failure == null ? null : failure.reason().name(),
                    failure == null ? null : failure.detail(),
                    trial.simulatedEndSeconds(),
                    nowMillis);
            if (added == 1 && trial.outcome() instanceof Outcome.Scored outcome) {
                outcome.metrics()
                        .forEach((name, value) -> database.update(
                                "INSERT INTO metric VALUES (?, ?, ?, ?, ?)",
                                run.strategy(),
                                run.seed(),
                                trial.number(),
                                name,
                                value));
                outcome.series().forEach((name, numbers) -> addSeries(run, trial, name, numbers));
            }
        });
    }

    private void addSeries(RunKey run, Trial trial, String name, List<Double> numbers) {
        database.update(
                "INSERT INTO series VALUES (?, ?, ?, ?, ?)",
                run.strategy(),
                run.seed(),
                trial.number(),
                name,
                TrialSeries.text(numbers));
    }

    /** The trials of a run by number. */
    SortedMap<Integer, Trial> of(RunKey run, SearchSpace space) {
        Map<Integer, Map<String, Double>> metrics = new HashMap<>();
        database.query(
                row -> metrics.computeIfAbsent(row.getInt(1), number -> new HashMap<>())
                        .put(row.getString(2), row.getDouble(3)),
                "SELECT number, name, value FROM metric WHERE strategy = ? AND seed = ?",
                run.strategy(),
                run.seed());
        Map<Integer, Map<String, List<Double>>> series = new HashMap<>();
        database.query(
                row -> series.computeIfAbsent(row.getInt(1), number -> new HashMap<>())
                        .put(row.getString(2), TrialSeries.numbers(row.getString(3))),
                "SELECT number, name, numbers FROM series WHERE strategy = ? AND seed = ?",
                run.strategy(),
                run.seed());
        return database
                .query(
                        row -> trial(row, space, metrics, series),
                        "SELECT * FROM trial WHERE strategy = ? AND seed = ?",
                        run.strategy(),
                        run.seed())
                .stream()
                .collect(Collectors.toMap(Trial::number, trial -> trial, (a, b) -> a, TreeMap::new));
    }

    private static Trial trial(
            ResultSet row,
            SearchSpace space,
            Map<Integer, Map<String, Double>> metrics,
            Map<Integer, Map<String, List<Double>>> series)
            throws SQLException {
        int number = row.getInt("number");
        String genotype = row.getString("genotype");
        Outcome outcome = row.getString("status").equals("scored")
                ? new Outcome.Scored(
                        row.getDouble("score"),
                        metrics.getOrDefault(number, Map.of()),
                        series.getOrDefault(number, Map.of()))
                : new Outcome.Failed(Outcome.Reason.valueOf(row.getString("reason")), row.getString("detail"));
        return new Trial(
                number,
                space.parse(genotype),
                genotype,
                row.getInt("epochs"),
                outcome,
                Database.optional(row, "latency_ms").stream()
                        .mapToObj(Latency::new)
                        .findFirst(),
                Database.optional(row, "value"),
                new Cost(row.getDouble("device_s"), row.getDouble("credit_s"), row.getDouble("simulated_s")),
                row.getInt("cached") == 1,
                row.getDouble("simulated_end_s"));
    }
}
