package org.nasworkbench.results;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.SearchSpace;

/**
 * The record of a study. Rows are only added. What a call has written survives a kill at any later moment; what is written inside
 * {@link #atomically} is there as a whole or not at all. Safe for use by several threads.
 */
public final class StudyStore implements AutoCloseable {
    private final Database database;
    private final Sessions sessions;
    private final Moments moments;
    private final TrialTable trials;
    private final FinalTable finals;

    /**
     * Opens the record of a study, brings it up to date, or begins a new one.
     *
     * @throws IllegalArgumentException if it is no study's, was written by a newer version, or another process has it (files are
     *     locked by their run's folder)
     * @throws StoreException if it cannot be opened, or is damaged
     */
    public StudyStore(StoreAddress address) {
        database = new Database(address);
        sessions = new Sessions(database);
        moments = new Moments(database);
        trials = new TrialTable(database);
        finals = new FinalTable(database);
    }

    /** The same for a file. */
    public StudyStore(Path file) {
        this(StoreAddress.file(file));
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
        trials.add(run, trial, canonical, moments.notBefore(nowMillis));
    }

    /** The trials of a run by number. */
    public SortedMap<Integer, Trial> trials(RunKey run, SearchSpace space) {
        return trials.of(run, space);
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
                moments.notBefore(nowMillis));
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
        finals.add(training, nowMillis);
    }

    /** What chosen networks are worth, so far. */
    public List<FinalTraining> finals() {
        return finals.all();
    }

    /** What rankings by shared weights are judged from. */
    public FidelityLog fidelity() {
        return new FidelityLog(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
