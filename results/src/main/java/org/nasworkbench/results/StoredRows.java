package org.nasworkbench.results;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The rows of a study's record, table by table. Read one by one with 64-bit numbers: Tablesaw's own reading of a SQLite result
 * cuts integers to 32 bits and real numbers to single precision.
 */
final class StoredRows {
    private final Connection connection;

    StoredRows(Connection connection) {
        this.connection = connection;
    }

    /** A run as it was asked for. */
    record Run(RunKey run, String type) {}

    /** A trial as it was recorded; {@code failure} is empty where it was scored. */
    record Trial(
            RunKey run,
            int number,
            String genotype,
            String canonical,
            int epochs,
            String status,
            OptionalDouble score,
            OptionalDouble value,
            OptionalDouble latencyMillis,
            double deviceSeconds,
            double creditSeconds,
            double simulatedSeconds,
            boolean cached,
            String failure,
            double simulatedEndSeconds,
            long finishedMillis) {}

    /** A strategy's own heavy work. */
    record Work(RunKey run, double deviceSeconds, long finishedMillis) {}

    /** How a run ended; {@code front} are trial numbers. */
    record Outcome(RunKey run, String status, OptionalDouble chosen, OptionalDouble searchScore, Set<Integer> front) {}

    /** How many rows there are of what a reader sees grow. */
    String mark() throws SQLException {
        StringBuilder mark = new StringBuilder();
        each(
                "SELECT (SELECT count(*) FROM session), (SELECT count(*) FROM session WHERE ended = 1), (SELECT count(*) FROM trial),"
                        + " (SELECT count(*) FROM work), (SELECT count(*) FROM outcome), (SELECT count(*) FROM final),"
                        + " (SELECT count(*) FROM fidelity), (SELECT count(*) FROM trace)",
                row -> {
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        mark.append(row.getLong(column)).append(' ');
                    }
                });
        return mark.toString();
    }

    Map<String, String> facts() throws SQLException {
        Map<String, String> facts = new TreeMap<>();
        each("SELECT name, value FROM study", row -> facts.put(row.getString("name"), row.getString("value")));
        return facts;
    }

    List<Run> runs() throws SQLException {
        return rows("SELECT * FROM run ORDER BY strategy, seed", row -> new Run(run(row), row.getString("type")));
    }

    /** How long the longest training was, epochs; 0 where there is none. */
    int longestTraining() throws SQLException {
        return rows("SELECT coalesce(max(epochs), 0) FROM trial", row -> row.getInt(1))
                .get(0);
    }

    /** The trials of each run that has any, by number; a run's list is let go before the next one's begins. */
    void trials(BiConsumer<RunKey, List<Trial>> told) throws SQLException {
        List<Trial> trials = new ArrayList<>();
        Map<String, String> texts = new HashMap<>(); // a million trials say the same few things
        each("SELECT * FROM trial ORDER BY strategy, seed, number", row -> {
            RunKey run = run(row);
            if (!trials.isEmpty() && !trials.get(0).run().equals(run)) {
                told.accept(trials.get(0).run(), trials);
                trials.clear();
            }
            trials.add(trial(trials.isEmpty() ? run : trials.get(0).run(), row, texts));
        });
        if (!trials.isEmpty()) {
            told.accept(trials.get(0).run(), trials);
        }
    }

    private static Trial trial(RunKey run, ResultSet row, Map<String, String> texts) throws SQLException {
        return new Trial(
                run,
                row.getInt("number"),
                once(row.getString("genotype"), texts),
                once(row.getString("canonical"), texts),
                row.getInt("epochs"),
                once(row.getString("status"), texts),
                Database.optional(row, "score"),
                Database.optional(row, "value"),
                Database.optional(row, "latency_ms"),
                row.getDouble("device_s"),
                row.getDouble("credit_s"),
                row.getDouble("simulated_s"),
                row.getInt("cached") != 0,
                once(text(row, "reason"), texts),
                row.getDouble("simulated_end_s"),
                row.getLong("finished_ms"));
    }

    private static String once(String text, Map<String, String> texts) {
        return texts.computeIfAbsent(text, same -> same);
    }

    List<Work> works() throws SQLException {
        return rows(
                "SELECT strategy, seed, device_s, finished_ms FROM work ORDER BY strategy, seed, finished_ms, name",
                row -> new Work(run(row), row.getDouble("device_s"), row.getLong("finished_ms")));
    }

    List<Outcome> outcomes() throws SQLException {
        return rows(
                "SELECT * FROM outcome",
                row -> new Outcome(
                        run(row),
                        row.getString("status"),
                        Database.optional(row, "chosen"),
                        Database.optional(row, "search_score"),
                        numbers(row.getString("front"))));
    }

    List<TrialSeries> series() throws SQLException {
        return rows(
                "SELECT * FROM series ORDER BY strategy, seed, number, name",
                row -> new TrialSeries(
                        run(row),
                        row.getInt("number"),
                        row.getString("name"),
                        TrialSeries.numbers(row.getString("numbers"))));
    }

    /** Summed here, so that every database gives the same bits. */
    List<StudyResults.Charge> charges() throws SQLException {
        Map<StudyResults.Charge, DoubleSummaryStatistics> sums = new LinkedHashMap<>();
        each(
                "SELECT strategy, seed, category, CASE category WHEN 'failed' THEN coalesce(note, '') ELSE '' END AS why,"
                        + " device_s FROM charge"
                        + " ORDER BY coalesce(strategy, ''), coalesce(seed, 0), category, why, session, device, sequence",
                row -> sums.computeIfAbsent(
                                new StudyResults.Charge(
                                        text(row, "strategy"),
                                        row.getLong("seed"),
                                        row.getString("category"),
                                        text(row, "why"),
                                        0),
                                key -> new DoubleSummaryStatistics())
                        .accept(row.getDouble("device_s")));
        return sums.entrySet().stream()
                .map(sum -> new StudyResults.Charge(
                        sum.getKey().strategy(),
                        sum.getKey().seed(),
                        sum.getKey().category(),
                        sum.getKey().why(),
                        sum.getValue().getSum()))
                .toList();
    }

    List<StudyResults.Session> sessions() throws SQLException {
        return rows(
                "SELECT * FROM session ORDER BY session",
                row -> new StudyResults.Session(
                        row.getInt("session"),
                        row.getInt("devices"),
                        row.getLong("started_ms"),
                        row.getLong("last_seen_ms"),
                        row.getInt("ended") != 0));
    }

    List<StudyResults.Final> finals() throws SQLException {
        Map<List<Object>, Map<String, Double>> metrics = new HashMap<>();
        each("SELECT * FROM final_metric ORDER BY name", row -> metrics.computeIfAbsent(
                        finalKey(row), key -> new TreeMap<>())
                .put(row.getString("name"), row.getDouble("value")));
        Set<List<Object>> inherited = new HashSet<>();
        each("SELECT * FROM inherited_final", row -> inherited.add(finalKey(row)));
        return rows(
                "SELECT * FROM final ORDER BY strategy, seed, final_seed",
                row -> new StudyResults.Final(
                        row.getString("strategy"),
                        row.getLong("seed"),
                        row.getLong("final_seed"),
                        row.getString("genotype"),
                        inherited.contains(finalKey(row)),
                        row.getString("status"),
                        Database.optional(row, "score"),
                        metrics.getOrDefault(finalKey(row), Map.of()),
                        row.getDouble("device_s"),
                        row.getLong("test_opened_ms")));
    }

    private static List<Object> finalKey(ResultSet row) throws SQLException {
        return List.of(row.getString("strategy"), row.getLong("seed"), row.getLong("final_seed"));
    }

    List<StudyResults.Trace> traces() throws SQLException {
        return rows(
                "SELECT * FROM trace ORDER BY strategy, seed, series, step",
                row -> new StudyResults.Trace(
                        row.getString("strategy"),
                        row.getLong("seed"),
                        row.getString("series"),
                        row.getInt("step"),
                        row.getDouble("value")));
    }

    List<StudyResults.FidelityRow> fidelity() throws SQLException {
        return rows(
                "SELECT f.*, t.latency_ms, t.score AS stand_alone FROM fidelity f JOIN fidelity_training t"
                        + " ON t.genotype = f.genotype ORDER BY f.strategy, f.seed, f.epoch, f.recalibrated, f.genotype",
                row -> new StudyResults.FidelityRow(
                        run(row),
                        row.getInt("epoch"),
                        row.getInt("recalibrated") != 0,
                        row.getString("genotype"),
                        row.getDouble("latency_ms"),
                        row.getDouble("score"),
                        Database.optional(row, "stand_alone")));
    }

    private <T> List<T> rows(String sql, Rows.Maker<T> maker) throws SQLException {
        return Rows.list(connection, sql, maker);
    }

    private void each(String sql, Rows.Reader reader) throws SQLException {
        Rows.each(connection, sql, reader);
    }

    private static RunKey run(ResultSet row) throws SQLException {
        return new RunKey(row.getString("strategy"), row.getLong("seed"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static Set<Integer> numbers(String front) {
        Set<Integer> numbers = new HashSet<>();
        for (String number : front.strip().split("\\s+")) {
            if (!number.isEmpty()) {
                numbers.add(Integer.valueOf(number));
            }
        }
        return numbers;
    }
}
