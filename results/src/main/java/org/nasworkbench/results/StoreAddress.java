package org.nasworkbench.results;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Where a study's record is: a SQLite file, or a schema of its own in a PostgreSQL database. All that differs between the two is here. */
public abstract sealed class StoreAddress permits SqliteFile, PostgresSchema {
    /** A file; it need not be there yet. */
    public static StoreAddress file(Path file) {
        return new SqliteFile(file);
    }

    /**
     * A schema of a PostgreSQL database.
     *
     * @param url as the driver takes it, {@code jdbc:postgresql://host:port/database?options}, without a password: that comes from the
     *     environment variable {@code PGPASSWORD} or from the file {@code .pgpass}
     * @param study the schema's name where the URL has no {@code currentSchema}
     * @throws IllegalArgumentException if it is no such URL, or the schema's name cannot be one
     */
    public static StoreAddress server(String url, String study) {
        return PostgresSchema.of(url, study);
    }

    /** A connection for the one who writes, to a record that is there, whole and of this version. */
    final Connection forWriting() throws SQLException {
        Connection connection = openOrCreate();
        try {
            Migrations.ALL.migrate(connection, this);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** A connection to what is there or, where nothing is, to a new and empty place; nobody else writes through it. */
    abstract Connection openOrCreate() throws SQLException;

    /**
     * A connection that sees the record as of one moment, in this version's tables, and changes nothing.
     *
     * @throws IllegalArgumentException if there is no record
     */
    abstract Connection snapshot() throws SQLException;

    /** A table's definition in this database's words. */
    abstract String definition(String sql);

    /** The query for the names of the tables that are there. */
    abstract String tables();

    /** The statement by which each write is, or is not, on the disk before it returns. */
    abstract String sync(boolean each);

    /** Whether a failure says that the record itself is spoilt. */
    abstract boolean spoilt(SQLException failure);

    /** Whether a failure says that there is no room for more. */
    abstract boolean full(SQLException failure);

    /** What helps against a spoilt record. */
    abstract String remedy();

    /**
     * Deletes a record that is not a file of its run's folder.
     *
     * @throws IllegalArgumentException if another process is at work on it
     * @throws StoreException if it cannot be reached
     */
    public abstract void erase();

    /** What a failure means, in one line. */
    final StoreException failure(String attempt, SQLException e) {
        String what = attempt + " " + this + ": "
                + String.valueOf(e.getMessage()).strip().replaceAll("\\s*\n\\s*", "; ");
        if (full(e)) {
            return new StoreException(
                    what + ". What was finished is kept: make room, then the same command goes on from there", e);
        }
        return new StoreException(spoilt(e) ? what + ". It is damaged: " + remedy() : what, e);
    }

    /** A name as an identifier in a statement. */
    static String quoted(String name) {
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a name in a database must not hold the character 0");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof StoreAddress address && address.toString().equals(toString());
    }

    @Override
    public final int hashCode() {
        return toString().hashCode();
    }
}
