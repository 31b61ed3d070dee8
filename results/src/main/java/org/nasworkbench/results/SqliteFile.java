package org.nasworkbench.results;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A record in a SQLite file: write-ahead log, full sync, and a look for damage before anything is read from it or added to it. */
final class SqliteFile extends StoreAddress {
    private static final int WAIT_MILLIS = 20_000;
    private static final int PAGE_SIZE_AT = 16;
    private static final int LARGEST_PAGE = 65_536;

    private static final Set<SQLiteErrorCode> SPOILT = Set.of(
            SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_IOERR_SHORT_READ);

    private static final Set<SQLiteErrorCode> FULL = Set.of(
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_IOERR_WRITE,
            SQLiteErrorCode.SQLITE_IOERR_FSYNC,
            SQLiteErrorCode.SQLITE_IOERR_TRUNCATE,
            SQLiteErrorCode.SQLITE_IOERR_SHMSIZE);

    private final Path file;

    SqliteFile(Path file) {
        this.file = file;
    }

    @Override
    Connection openOrCreate() throws SQLException {
        if (!Files.exists(file)) {
            create();
        }
        requireWhole();
        Connection connection = open(file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute(sync(true));
            check(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Under another name first: a file of the right name that is empty has lost what was in it. */
    private void create() throws SQLException {
        if (Files.exists(beside("-wal"))) {
            throw damage("its log " + beside("-wal") + " is there without it");
        }
        Path begun = beside(".new");
        try {
            Files.deleteIfExists(begun);
            try (Connection connection = open(begun)) {
                Migrations.ALL.migrate(connection, this);
            }
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new SQLException(e.toString(), e);
        }
    }

    /** What is written, is written by transactions that no other writer can come between. */
    private static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(WAIT_MILLIS);
        config.setGetGeneratedKeys(false); // the driver would run a query for them after each insertion
        return DriverManager.getConnection(
                "jdbc:sqlite:" + file.toAbsolutePath().toUri(), config.toProperties());
    }

    @Override
    Connection snapshot() throws SQLException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(
                    "a study's record must be a file, but was a folder (" + file + "): name the study.db in it");
        }
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("a study's record must exist, but there is no file " + file);
        }
        requireWhole();
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(WAIT_MILLIS);
        Connection connection = config.createConnection("jdbc:sqlite:" + unchanging());
        try {
            check(connection);
            connection.setAutoCommit(false); // one transaction: all tables as of the same moment
            if (Migrations.ALL.isDone(connection, this)) {
                return connection;
            }
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
        connection.close();
        return migratedCopy();
    }

    /** An older record as it would be after its migration, in memory. */
    private Connection migratedCopy() throws SQLException {
        Connection copy = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (PreparedStatement attach = copy.prepareStatement("ATTACH DATABASE ? AS old");
                Statement statement = copy.createStatement()) {
            attach.setString(1, unchanging());
            attach.execute();
            copy.setAutoCommit(false);
            for (String table : Rows.texts(
                    copy, "SELECT sql FROM old.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")) {
                statement.execute(table);
            }
            for (String name : Rows.texts(copy, tables())) {
                String table = quoted(name);
                statement.execute("INSERT INTO main." + table + " SELECT * FROM old." + table);
            }
            Migrations.ALL.apply(copy, this);
            return copy;
        } catch (SQLException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    /**
     * The file for one who only reads. Even a reader would leave SQLite's write-ahead files beside the database, or fail in a folder
     * that it may not write; so where there are none, no process is working on the study, and the file is read as one that does not
     * change.
     */
    private String unchanging() {
        return file.toAbsolutePath().toUri() + (inUse() ? "?mode=ro" : "?immutable=1");
    }

    private boolean inUse() {
        return Files.exists(beside("-wal")) || Files.exists(beside("-journal"));
    }

    /** SQLite takes a file of a byte for a new one, and reads zeros where a file ends within a page. */
    private void requireWhole() throws SQLException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            if (in.readNBytes(PAGE_SIZE_AT).length < PAGE_SIZE_AT || in.available() < 2) {
                throw damage("the file is empty, or nearly so");
            }
            int said = in.readUnsignedShort();
            int page = said == 1 ? LARGEST_PAGE : Math.max(said, 1);
            if (!inUse() && Files.size(file) % page != 0) {
                throw damage("the file ends within a page");
            }
        } catch (IOException e) {
            throw new SQLException(e.toString(), e);
        }
    }

    /** Damage in a corner that is not looked at today would only be found when there is more to lose. */
    private static void check(Connection connection) throws SQLException {
        String found = Rows.texts(connection, "PRAGMA quick_check(1)").get(0);
        if (!found.equals("ok")) {
            throw damage(found);
        }
    }

    private static SQLiteException damage(String what) {
        return new SQLiteException(what, SQLiteErrorCode.SQLITE_CORRUPT);
    }

    private Path beside(String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    @Override
    String definition(String sql) {
        return sql;
    }

    @Override
    String tables() {
        return "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'";
    }

    @Override
    String sync(boolean each) {
        return "PRAGMA synchronous=" + (each ? "FULL" : "NORMAL");
    }

    @Override
    boolean spoilt(SQLException failure) {
        return failure instanceof SQLiteException sqlite
                && (SPOILT.contains(sqlite.getResultCode())
                        || (sqlite.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_CORRUPT.code);
    }

    @Override
    boolean full(SQLException failure) {
        return failure instanceof SQLiteException sqlite && FULL.contains(sqlite.getResultCode());
    }

    @Override
    String remedy() {
        return "put back a copy, save what can be read with 'sqlite3 " + file
                + " .recover', or begin anew with --fresh";
    }

    @Override
    public void erase() {
        // it goes with its folder
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
