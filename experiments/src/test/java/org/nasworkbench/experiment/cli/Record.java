package org.nasworkbench.experiment.cli;

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

/** Looks at the record of a run from outside, also while it is at work; never writes to it. */
record Record(Path folder) {
    /** All that must not depend on when, where and with how many interruptions a study was run. */
    private static final List<String> WHAT_CAME_OUT = List.of(
            "SELECT strategy, seed, number, genotype, canonical, status, score, value, latency_ms, cached, reason"
                    + " FROM trial ORDER BY strategy, seed, number",
            "SELECT strategy, seed, number, name, value FROM metric WHERE name NOT LIKE '%per_s'"
                    + " ORDER BY strategy, seed, number, name",
            "SELECT strategy, seed, status, chosen, search_score, front, detail FROM outcome ORDER BY strategy, seed",
            "SELECT strategy, seed, final_seed, genotype, status, score, detail FROM final"
                    + " ORDER BY strategy, seed, final_seed",
            "SELECT * FROM trace ORDER BY strategy, seed, series, step",
            "SELECT strategy, seed, name, hex(result) FROM work",
            "SELECT genotype, latency_ms, status, score FROM fidelity_training ORDER BY genotype",
            "SELECT strategy, seed, epoch, recalibrated, genotype, score FROM fidelity"
                    + " ORDER BY strategy, seed, epoch, recalibrated, genotype",
            "SELECT * FROM run ORDER BY strategy, seed");

    /** All of it, row by row. */
    List<String> whatCameOut() throws SQLException {
        List<String> all = new ArrayList<>();
        for (String sql : WHAT_CAME_OUT) {
            all.addAll(rows(sql));
        }
        return all;
    }

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
