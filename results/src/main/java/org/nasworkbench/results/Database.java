package org.nasworkbench.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Properties;

/** One connection to a study's SQLite file: write-ahead log, full sync, statements that say what failed. */
final class Database implements AutoCloseable {
    private final Path file;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** Reads one row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Opens the file, makes it if it is not there, and adds tables that it lacks. */
    Database(Path file) {
        this.file = file;
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + file, settings());
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout=20000");
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=FULL");
                statement.execute("PRAGMA foreign_keys=ON");
                for (String definition : schema().split(";\\s*\n")) {
                    if (!definition.isBlank()) {
                        statement.execute(definition);
                    }
                }
            }
        } catch (SQLException e) {
            throw new StoreException("cannot open the study's record " + file, e);
        }
    }

    /** From here on the log is synced when it is emptied into the file, and not with each write. */
    synchronized void syncSeldom() {
        update("PRAGMA synchronous=NORMAL");
    }

    /** Runs statements so that all take effect or none. */
    synchronized void atomically(Runnable statements) {
        try {
            if (!connection.getAutoCommit()) {
                statements.run();
                return;
            }
            connection.setAutoCommit(false);
            try {
                statements.run();
                connection.commit();
            } catch (RuntimeException | Error e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreException("cannot write to " + file, e);
        }
    }

    /** Runs one statement; returns the number of rows it changed. */
    synchronized int update(String sql, Object... values) {
        try {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException("cannot write to " + file, e);
        }
    }

    /** Runs one query. */
    synchronized <T> List<T> query(RowReader<T> reader, String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> results = new ArrayList<>();
                while (rows.next()) {
                    results.add(reader.read(rows));
                }
                return results;
            }
        } catch (SQLException e) {
            throw new StoreException("cannot read " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("cannot close " + file, e);
        }
    }

    /** A column's number, empty where it is null. */
    static OptionalDouble optional(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** A number for a column, null where it is empty. */
    static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    /** Nobody asks for generated keys: the driver would prepare and run a query for them after each insertion. */
    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("jdbc.get_generated_keys", "false");
        return settings;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static String schema() {
        try (InputStream in = Database.class.getResourceAsStream("schema.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--[^\n]*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
