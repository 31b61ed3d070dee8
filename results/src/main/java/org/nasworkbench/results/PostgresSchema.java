package org.nasworkbench.results;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A record in a schema of its own in a PostgreSQL database, so that studies of several people lie side by side. Who writes holds an
 * advisory lock of the schema's name for as long as the connection lasts.
 */
final class PostgresSchema extends StoreAddress {
    private static final String START = "jdbc:postgresql:";
    private static final String SCHEMA = "currentSchema=";
    private static final Pattern RESERVED = Pattern.compile("public|information_schema|pg_.*");
    private static final int LONGEST_NAME = 63;
    private static final int ROWS_AT_ONCE = 10_000;

    private final String url;
    private final String schema;

    private PostgresSchema(String url, String schema) {
        this.url = url;
        this.schema = schema;
    }

    static PostgresSchema of(String url, String study) {
        if (!url.startsWith(START)) {
            throw new IllegalArgumentException(
                    "a store must be an address that begins with " + START + ", but was '" + url + "'");
        }
        int question = url.indexOf('?');
        String server = question < 0 ? url : url.substring(0, question);
        List<String> options = new ArrayList<>();
        String schema = study;
        for (String option :
                question < 0 ? new String[0] : url.substring(question + 1).split("&")) {
            if (option.startsWith("password=")) {
                throw new IllegalArgumentException(
                        "a store's address must not hold a password, since it is written down:"
                                + " set PGPASSWORD or write it into .pgpass (" + server + ")");
            } else if (option.startsWith(SCHEMA)) {
                schema = URLDecoder.decode(option.substring(SCHEMA.length()), StandardCharsets.UTF_8);
            } else {
                options.add(option);
            }
        }
        return new PostgresSchema(server + (options.isEmpty() ? "" : "?" + String.join("&", options)), named(schema));
    }

    /** A longer name would be cut, and two studies meet in one schema. */
    private static String named(String schema) {
        int length = schema.getBytes(StandardCharsets.UTF_8).length;
        if (schema.isBlank()
                || length > LONGEST_NAME
                || RESERVED.matcher(schema).matches()) {
            throw new IllegalArgumentException("a study's schema must have a name of 1 to " + LONGEST_NAME
                    + " bytes, and none of the database's own, but was '" + schema + "': name another with "
                    + SCHEMA + "NAME in the store's address");
        }
        return schema;
    }

    private Connection connect() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("ApplicationName", "nas");
        settings.setProperty("tcpKeepAlive", "true"); // the lock of a machine that is gone must not stay
        settings.setProperty("defaultRowFetchSize", Integer.toString(ROWS_AT_ONCE));
        String password = System.getenv("PGPASSWORD");
        if (password != null) {
            settings.setProperty("password", password);
        }
        Connection connection = DriverManager.getConnection(url, settings);
        connection.setSchema(schema);
        return connection;
    }

    @Override
    Connection openOrCreate() throws SQLException {
        Connection connection = connect();
        try {
            lock(connection);
            if (!exists(connection)) {
                execute(connection, "CREATE SCHEMA " + quoted(schema));
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    Connection snapshot() throws SQLException {
        Connection connection = connect();
        try {
            if (!exists(connection)) {
                throw new IllegalArgumentException(
                        "a study's record must exist, but there is no schema of this name: " + this);
            }
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            if (!Migrations.ALL.isDone(connection, this)) {
                Migrations.ALL.apply(connection, this); // never committed: nobody else sees it, and the end undoes it
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void lock(Connection connection) throws SQLException {
        if (!yes(connection, "SELECT pg_try_advisory_lock(hashtextextended('nas workbench: ' || ?, 0))")) {
            throw new IllegalArgumentException(
                    "a study must be worked on by one process at a time, but another one is at work on " + this);
        }
    }

    private boolean exists(Connection connection) throws SQLException {
        return yes(connection, "SELECT count(*) > 0 FROM pg_namespace WHERE nspname = ?");
    }

    /** The answer to a question about the schema's name. */
    private boolean yes(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, schema);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Only what is a study's: the version asks for its table. */
    @Override
    public void erase() {
        try (Connection connection = connect()) {
            lock(connection);
            if (Migrations.ALL.version(connection, this) > 0) {
                execute(connection, "DROP SCHEMA " + quoted(schema) + " CASCADE");
            }
        } catch (SQLException e) {
            throw failure("cannot delete", e);
        }
    }

    /** Texts have no bound and are sorted by their bytes, as SQLite does it, whatever the language of the database. */
    @Override
    String definition(String sql) {
        return sql.replaceAll("\\b(?:VARCHAR\\(\\d+\\)|TEXT)", "TEXT COLLATE \"C\"")
                .replaceAll("\\bBLOB\\b", "BYTEA");
    }

    @Override
    String tables() {
        return "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()";
    }

    @Override
    String sync(boolean each) {
        return "SET synchronous_commit = " + (each ? "on" : "off");
    }

    /** Class XX: internal errors, data corruption among them. */
    @Override
    boolean spoilt(SQLException failure) {
        return String.valueOf(failure.getSQLState()).startsWith("XX");
    }

    /** Class 53: insufficient resources, a full disk among them. */
    @Override
    boolean full(SQLException failure) {
        return "53100".equals(failure.getSQLState());
    }

    @Override
    String remedy() {
        return "ask who keeps the database for its backup";
    }

    @Override
    public String toString() {
        return url + (url.contains("?") ? "&" : "?") + SCHEMA + URLEncoder.encode(schema, StandardCharsets.UTF_8);
    }
}
