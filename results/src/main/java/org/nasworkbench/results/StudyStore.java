package org.nasworkbench.results;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.SearchSpace;

/**
 * The record of a study, one SQLite file. Rows are only added. What a call has written survives a kill at any later moment; what
 * is written inside {@link #atomically} is there as a whole or not at all. Safe for use by several threads.
 */
public final class StudyStore implements AutoCloseable {
    private static final String SCHEMA = Integer.toString(StoredStudy.SCHEMA);

    private final Database database;
    private final Sessions sessions;

    /** Opens the record of a study or begins a new one. */
    public StudyStore(Path file) {
        database = new Database(file);
        sessions = new Sessions(database);
        fact("schema", SCHEMA);
        String found = fact("schema").orElse("");
        if (!found.equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    "a study's record must have schema " + SCHEMA + ", but " + file + " has schema " + found);
        }
    }

    /**
     * For what can be had again at no cost: from here on a failure of the machine, though no kill, may undo what was written last.
     * All that is there is still whole, and once the record is closed nothing is undone.
     */
    public void syncSeldom() {
        database.syncSeldom();
    }

    /** Runs several writes so that all take effect or none. */
    public void atomically(Runnable writes) {
        database.atomically(writes);
    }

    /** Notes a fact about the study; a fact that is there already stays as it is. */
    public void fact(String name, String value) {
        database.update("INSERT INTO study VALUES (?, ?) ON CONFLICT DO NOTHING", name, value);
    }

    /** A fact about the study. */
    public Optional<String> fact(String name) {
        return database.query(row -> row.getString(1), "SELECT value FROM study WHERE name = ?", name).stream()
                .findFirst();
    }

    /**
     * Begins a session and settles the account of sessions that were cut off: work in flight is charged as failed up to the last
     * sign of life.
     *
     * @return the session's number
     */
    public int beginSession(int devices, long nowMillis) {
        return sessions.begin(devices, nowMillis);
    }

    /** A session's sign of life, and its end. */
    public void seen(int session, long nowMillis, boolean ended) {
        sessions.seen(session, nowMillis, ended);
    }

    /** Notes that work begins: should it be cut off, its time is not lost. */
    public void begin(int session, int device, int sequence, Optional<RunKey> run, long nowMillis, String title) {
        database.update(
                "INSERT INTO attempt VALUES (?, ?, ?, ?, ?, ?, ?)",
                session,
                device,
                sequence,
                run.map(RunKey::strategy).orElse(null),
                run.map(RunKey::seed).orElse(null),
                nowMillis,
                title);
    }

    /** Adds to the ledger. */
    public void charge(LedgerEntry entry) {
        sessions.charge(entry);
    }

    /** Makes a run known. */
    public void addRun(RunKey run, String type, String settings) {
        database.update(
                "INSERT INTO run VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                run.strategy(),
                run.seed(),
                type,
                settings);
    }

    /** Adds a trial; one that is there already stays as it is. */
    public void addTrial(RunKey run, Trial trial, String canonical, long nowMillis) {
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
                    boxed(trial.outcome().score()),
                    boxed(trial.value()),
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
            }
        });
    }

    /** The trials of a run by number. */
    public SortedMap<Integer, Trial> trials(RunKey run, SearchSpace space) {
        Map<Integer, Map<String, Double>> metrics = new HashMap<>();
        database.query(
                row -> metrics.computeIfAbsent(row.getInt(1), number -> new HashMap<>())
                        .put(row.getString(2), row.getDouble(3)),
                "SELECT number, name, value FROM metric WHERE strategy = ? AND seed = ?",
                run.strategy(),
                run.seed());
        return database
                .query(
                        row -> trial(row, space, metrics),
                        "SELECT * FROM trial WHERE strategy = ? AND seed = ?",
                        run.strategy(),
                        run.seed())
                .stream()
                .collect(Collectors.toMap(Trial::number, trial -> trial, (a, b) -> a, TreeMap::new));
    }

    /** Adds the result of a strategy's own heavy work. */
    public void addWork(RunKey run, String name, byte[] result, double deviceSeconds, long nowMillis) {
        database.update(
                "INSERT INTO work VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                run.strategy(),
                run.seed(),
                name,
                result,
                deviceSeconds,
                nowMillis);
    }

    /** The result of a strategy's own heavy work. */
    public Optional<byte[]> work(RunKey run, String name) {
        return database
                .query(
                        row -> row.getBytes(1),
                        "SELECT result FROM work WHERE strategy = ? AND seed = ? AND name = ?",
                        run.strategy(),
                        run.seed(),
                        name)
                .stream()
                .findFirst();
    }

    /** Device time on the ledger for the piece of work of this title, over all sessions; what was cut off and lost is not in it. */
    public double chargedSeconds(RunKey run, String title) {
        return database.query(
                        row -> row.getDouble(1),
                        "SELECT coalesce(sum(device_s), 0.0) FROM charge WHERE strategy = ? AND seed = ? AND note = ?",
                        run.strategy(),
                        run.seed(),
                        title)
                .get(0);
    }

    /** Records numbers at a step, by the names of their series; the first value of a step stays. */
    public void trace(RunKey run, int step, Map<String, Double> numbers) {
        database.atomically(() -> numbers.forEach((series, value) -> database.update(
                "INSERT INTO trace VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                run.strategy(),
                run.seed(),
                series,
                step,
                value)));
    }

    /** Records how a run ended. */
    public void finish(RunKey run, Optional<Trial> chosen, double searchScore, List<Trial> front, long nowMillis) {
        database.update(
                "INSERT INTO outcome VALUES (?, ?, 'done', ?, ?, ?, NULL, ?)"
                        + " ON CONFLICT (strategy, seed) DO UPDATE SET status = excluded.status, chosen = excluded.chosen,"
                        + " search_score = excluded.search_score, front = excluded.front, detail = NULL,"
                        + " finished_ms = excluded.finished_ms WHERE outcome.status = 'failed'",
                run.strategy(),
                run.seed(),
                chosen.map(Trial::number).orElse(null),
                Double.isNaN(searchScore) ? null : searchScore,
                front.stream().map(trial -> Integer.toString(trial.number())).collect(Collectors.joining(" ")),
                nowMillis);
    }

    /** Records that a run failed, for the latest reason; it is tried again when the study is run again. */
    public void fail(RunKey run, String why, long nowMillis) {
        database.update(
                "INSERT INTO outcome VALUES (?, ?, 'failed', NULL, NULL, '', ?, ?) ON CONFLICT (strategy, seed)"
                        + " DO UPDATE SET detail = excluded.detail, finished_ms = excluded.finished_ms"
                        + " WHERE outcome.status = 'failed'",
                run.strategy(),
                run.seed(),
                why,
                nowMillis);
    }

    /** The number of the chosen trial of a run that is done; empty inside where it chose none. */
    public Optional<Optional<Integer>> outcome(RunKey run) {
        return database
                .query(
                        row -> Optional.ofNullable((Integer) row.getObject(1)),
                        "SELECT chosen FROM outcome WHERE status = 'done' AND strategy = ? AND seed = ?",
                        run.strategy(),
                        run.seed())
                .stream()
                .findFirst();
    }

    /** Adds what a chosen network is worth. */
    public void addFinal(FinalTraining training, long nowMillis) {
        database.atomically(() -> {
            int added = database.update(
                    "INSERT INTO final VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    training.run().strategy(),
                    training.run().seed(),
                    training.finalSeed(),
                    training.genotype(),
                    training.score().isPresent() ? "scored" : "failed",
                    boxed(training.score()),
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
    public List<FinalTraining> finals() {
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
                        optional(row, "score"),
                        metrics.getOrDefault(
                                List.of(row.getString("strategy"), row.getLong("seed"), row.getLong("final_seed")),
                                Map.of()),
                        row.getDouble("device_s"),
                        row.getLong("test_opened_ms"),
                        row.getString("detail")),
                "SELECT f.*, EXISTS (SELECT 1 FROM inherited_final i WHERE i.strategy = f.strategy AND i.seed = f.seed"
                        + " AND i.final_seed = f.final_seed) AS inherited FROM final f");
    }

    /** What rankings by shared weights are judged from. */
    public FidelityLog fidelity() {
        return new FidelityLog(database);
    }

    @Override
    public void close() {
        database.close();
    }

    private static Trial trial(ResultSet row, SearchSpace space, Map<Integer, Map<String, Double>> metrics)
            throws SQLException {
        int number = row.getInt("number");
        String genotype = row.getString("genotype");
        Outcome outcome = row.getString("status").equals("scored")
                ? new Outcome.Scored(row.getDouble("score"), metrics.getOrDefault(number, Map.of()))
                : new Outcome.Failed(Outcome.Reason.valueOf(row.getString("reason")), row.getString("detail"));
        return new Trial(
                number,
                space.parse(genotype),
                genotype,
                row.getInt("epochs"),
                outcome,
                optional(row, "latency_ms").stream().mapToObj(Latency::new).findFirst(),
                optional(row, "value"),
                new Cost(row.getDouble("device_s"), row.getDouble("credit_s"), row.getDouble("simulated_s")),
                row.getInt("cached") == 1,
                row.getDouble("simulated_end_s"));
    }

    private static OptionalDouble optional(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
