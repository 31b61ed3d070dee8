package org.nasworkbench.results;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** One connection to a study's record, for the one who writes: statements that say what failed. */
final class Database implements AutoCloseable {
    private final StoreAddress address;
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private boolean seldom;

    /** Reads one row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Opens the record, makes it if it is not there, and brings an older one up to date. */
    Database(StoreAddress address) {
        this.address = address;
        try {
            connection = address.forWriting();
        } catch (SQLException e) {
            throw address.failure("cannot open the study's record", e);
        }
    }

    /** From here on the log is synced when it is emptied into the database, and not with each write. */
    synchronized void syncSeldom() {
        seldom = true;
        update(address.sync(false));
    }

    /** Runs statements so that all take effect or none. */
    synchronized void atomically(Runnable statements) {
        try {
            if (!connection.getAutoCommit()) {
                statements.run();
                return;
            }
            Transaction.run(connection, statements::run);
        } catch (SQLException e) {
            throw address.failure("cannot write to", e);
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
            throw address.failure("cannot write to", e);
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
            throw address.failure("cannot read", e);
        }
    }

    /** What was written without a sync is synced by a last write. */
    @Override
    public synchronized void close() {
        try (connection) {
            if (seldom) {
                update(address.sync(true));
                update("UPDATE study SET value = value WHERE name = 'schema'");
            }
        } catch (SQLException e) {
            throw address.failure("cannot close", e);
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

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
