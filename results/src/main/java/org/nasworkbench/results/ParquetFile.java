package org.nasworkbench.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.nasworkbench.work.WholeFile;
import tech.tablesaw.api.Table;

/** A table as an Apache Parquet file. DuckDB writes it, whose jar of 85 MB is no part of the workbench. */
final class ParquetFile {
    private static final String DUCKDB = "jdbc:duckdb:";

    private ParquetFile() {}

    static void write(Table table, Path file) throws IOException {
        requireDuckDb();
        Path rows = Files.createTempFile("nas-rows", ".jsonl");
        try {
            JsonLines.write(table, rows);
            WholeFile.write(file, part -> copy(rows, part));
        } finally {
            Files.delete(rows);
        }
    }

    private static void requireDuckDb() {
        try {
            DriverManager.getDriver(DUCKDB);
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    "for Parquet, DuckDB's jar (org.duckdb:duckdb_jdbc) must be named in NAS_PLUGINS, but it was not there",
                    e);
        }
    }

    private static void copy(Path rows, Path file) throws IOException {
        try (Connection duckDb = DriverManager.getConnection(DUCKDB)) {
            run(duckDb, "CREATE TABLE rows AS SELECT * FROM read_json(?, format = 'newline_delimited')", rows);
            run(duckDb, "COPY rows TO ? (FORMAT PARQUET)", file);
        } catch (SQLException e) {
            throw new IOException(file + " could not be written by DuckDB: " + e.getMessage(), e);
        }
    }

    private static void run(Connection duckDb, String statement, Path file) throws SQLException {
        try (PreparedStatement prepared = duckDb.prepareStatement(statement)) {
            prepared.setString(1, file.toAbsolutePath().toString());
            prepared.execute();
        }
    }
}
