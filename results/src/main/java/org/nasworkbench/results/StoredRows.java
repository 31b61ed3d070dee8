package org.nasworkbench.results;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

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

    Map<String, String> facts() throws SQLException {
        Map<String, String> facts = new TreeMap<>();
        rows("SELECT name, value FROM study", row -> facts.put(row.getString("name"), row.getString("value")));
        return facts;
    }

    List<Run> runs() throws SQLException {
        return rows("SELECT * FROM run ORDER BY strategy, seed", row -> new Run(run(row), row.getString("type")));
    }

    List<Trial> trials() throws SQLException {
        return rows(
                "SELECT * FROM trial ORDER BY strategy, seed, number",
                row -> new Trial(
                        run(row),
                        row.getInt("number"),
                        row.getString("genotype"),
                        row.getString("canonical"),
                        row.getInt("epochs"),
                        row.getString("status"),
                        optional(row, "score"),
                        optional(row, "value"),
                        optional(row, "latency_ms"),
                        row.getDouble("device_s"),
                        row.getDouble("credit_s"),
                        row.getDouble("simulated_s"),
                        row.getInt("cached") != 0,
                        text(row, "reason"),
                        row.getDouble("simulated_end_s"),
                        row.getLong("finished_ms")));
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
                        optional(row, "chosen"),
                        optional(row, "search_score"),
                        numbers(row.getString("front"))));
    }

    List<StudyResults.Charge> charges() throws SQLException {
        return rows(
                "SELECT strategy, seed, category, sum(device_s) AS device_s FROM charge"
                        + " GROUP BY strategy, seed, category ORDER BY strategy, seed, category",
                row -> new StudyResults.Charge(
                        text(row, "strategy"),
                        row.getLong("seed"),
                        row.getString("category"),
                        row.getDouble("device_s")));
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
        rows("SELECT * FROM final_metric ORDER BY name", row -> metrics.computeIfAbsent(
                        finalKey(row), key -> new TreeMap<>())
                .put(row.getString("name"), row.getDouble("value")));
        Set<List<Object>> inherited = new HashSet<>();
        if (has("inherited_final")) {
            rows("SELECT * FROM inherited_final", row -> inherited.add(finalKey(row)));
        }
        return rows(
                "SELECT * FROM final ORDER BY strategy, seed, final_seed",
                row -> new StudyResults.Final(
                        row.getString("strategy"),
                        row.getLong("seed"),
                        row.getLong("final_seed"),
                        row.getString("genotype"),
                        inherited.contains(finalKey(row)),
                        row.getString("status"),
                        optional(row, "score"),
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
        if (!has("fidelity")) {
            return List.of();
        }
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
                        optional(row, "stand_alone")));
    }

    /** Records of before there was a table do without. */
    private boolean has(String table) throws SQLException {
        return !rows("SELECT 1 FROM sqlite_master WHERE name = '" + table + "'", row -> true)
                .isEmpty();
    }

    /** Makes one thing of the row at which a result stands. */
    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Row<T> maker) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(maker.of(result));
            }
            return rows;
        }
    }

    private static RunKey run(ResultSet row) throws SQLException {
        return new RunKey(row.getString("strategy"), row.getLong("seed"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    private static OptionalDouble optional(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
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
