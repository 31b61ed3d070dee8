package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.nasworkbench.results.LedgerBalance;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;

/** Looks at the record of a run from outside, also while it is at work; never writes to it. */
record Record(Path folder) {
    /** Between the beginning of a session and its devices', and between their ends, some milliseconds are nobody's. */
    private static final double UNSEEN_SECONDS = 0.1;

    /** The rows that a query finds, columns joined by bars; none where there is no such record yet. */
    List<String> rows(String sql) throws SQLException {
        if (!Files.exists(folder.resolve("study.db"))) {
            return List.of();
        }
        String file = folder.resolve("study.db").toUri() + "?mode=ro";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout=20000");
            ResultSet result = statement.executeQuery(sql);
            ResultSetMetaData columns = result.getMetaData();
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int c = 1; c <= columns.getColumnCount(); c++) {
                    row.add(result.getString(c));
                }
                rows.add(String.join(" | ", row));
            }
            return rows;
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("no such table")) {
                return List.of(); // it is being made
            }
            throw e;
        }
    }

    /** The number that a query finds, 0 if none. */
    int count(String sql) throws SQLException {
        List<String> rows = rows(sql);
        return rows.isEmpty() ? 0 : Integer.parseInt(rows.get(0));
    }

    /** All that a study found, without what differs from run to run: times and costs. */
    List<String> results() throws SQLException {
        List<String> results = new ArrayList<>();
        for (String sql : List.of(
                "SELECT strategy, seed, number, genotype, canonical, epochs, status, score, value, latency_ms, cached, reason,"
                        + " simulated_s, simulated_end_s FROM trial ORDER BY strategy, seed, number",
                "SELECT strategy, seed, number, name, value FROM metric WHERE name NOT LIKE '%per_s'"
                        + " ORDER BY strategy, seed, number, name",
                "SELECT * FROM series ORDER BY strategy, seed, number, name",
                "SELECT strategy, seed, status, chosen, search_score, front, detail FROM outcome ORDER BY strategy, seed",
                "SELECT strategy, seed, final_seed, genotype, status, score, detail FROM final"
                        + " ORDER BY strategy, seed, final_seed",
                "SELECT * FROM final_metric ORDER BY strategy, seed, final_seed, name",
                "SELECT * FROM trace ORDER BY strategy, seed, series, step",
                "SELECT strategy, seed, name, hex(result) FROM work ORDER BY strategy, seed, name",
                "SELECT genotype, latency_ms, status, score FROM fidelity_training ORDER BY genotype",
                "SELECT strategy, seed, epoch, recalibrated, genotype, score FROM fidelity"
                        + " ORDER BY strategy, seed, epoch, recalibrated, genotype",
                "SELECT * FROM run ORDER BY strategy, seed")) {
            rows(sql).forEach(row -> results.add(sql.split(" FROM ")[1].split(" ")[0] + " " + row));
        }
        return results;
    }

    /** All that is finished so far, down to its time and cost. */
    List<String> finished() throws SQLException {
        List<String> finished = new ArrayList<>();
        for (String table :
                List.of("trial", "outcome", "final", "trace", "work", "fidelity_training", "fidelity", "charge")) {
            rows("SELECT * FROM " + table).forEach(row -> finished.add(table + " " + row));
        }
        return finished;
    }

    /** No trial is missing, none was paid for twice, every second of every session is accounted for. */
    void assertSound() throws SQLException {
        assertEquals(
                List.of(),
                rows("SELECT strategy, seed, max(number) + 1, count(*) FROM trial GROUP BY strategy, seed"
                        + " HAVING max(number) + 1 != count(*)"));
        assertEquals(
                rows("SELECT strategy, seed, count(*) FROM trial"
                        + " WHERE cached = 0 AND status = 'scored' AND simulated_s = 0"
                        + " GROUP BY strategy, seed ORDER BY strategy, seed"),
                rows("SELECT strategy, seed, count(*) FROM charge WHERE category = 'search-training'"
                        + " GROUP BY strategy, seed ORDER BY strategy, seed"));
        assertEquals(
                List.of(),
                rows("SELECT strategy, seed, count(*) FROM charge WHERE note = 'search by the table'"
                        + " GROUP BY strategy, seed HAVING count(*) > 1"));
        assertEquals(0, count("SELECT count(*) FROM charge WHERE device_s < 0"));
        StudyResults study = StoredStudy.read(folder.resolve("study.db"));
        LedgerBalance balance = LedgerBalance.of(study);
        double allowed = Math.max(
                0.01 * balance.wallDeviceSeconds(),
                UNSEEN_SECONDS * study.sessions().size());
        assertEquals(balance.wallDeviceSeconds(), balance.totalDeviceSeconds(), allowed);
        assertTrue(study.sessions().stream().allMatch(StudyResults.Session::ended));
    }

    /** Epochs in the supernet's checkpoint. */
    int epochs(String strategy) throws IOException {
        Path file = folder.resolve("checkpoints").resolve(strategy + "-1").resolve("shared-weights.bin");
        if (!Files.exists(file)) {
            return 0;
        }
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            return in.readInt();
        }
    }
}
