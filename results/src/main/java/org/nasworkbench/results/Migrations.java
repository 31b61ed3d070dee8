package org.nasworkbench.results;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * How the tables of a record came to be what they are, one numbered file a version. A new record is made by all of them; an older one
 * gets those that it lacks. Version 2 was written with and without some of the tables that versions 3 and 4 add.
 */
final class Migrations {
    /** The steps from nothing to the version that this workbench writes. */
    static final Migrations ALL = new Migrations(scripts());

    private final List<String> scripts;

    /** The first script makes version 1 of nothing, the next one version 2 of it, and so on. */
    Migrations(List<String> scripts) {
        this.scripts = List.copyOf(scripts);
    }

    /** The version that they lead to. */
    int latest() {
        return scripts.size();
    }

    /** Those up to a version. */
    Migrations until(int version) {
        return new Migrations(scripts.subList(0, version));
    }

    /** Brings a record up to date, as a whole or not at all. */
    void migrate(Connection connection, StoreAddress address) throws SQLException {
        Transaction.run(connection, () -> apply(connection, address));
    }

    /** Runs the steps that are missing, inside the caller's transaction. */
    void apply(Connection connection, StoreAddress address) throws SQLException {
        int version = version(connection, address);
        if (version == latest()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            for (String script : scripts.subList(version, latest())) {
                for (String definition : script.split(";\\s*\n")) {
                    if (!definition.isBlank()) {
                        statement.execute(address.definition(definition));
                    }
                }
            }
        }
        try (PreparedStatement fact = connection.prepareStatement("INSERT INTO study VALUES ('schema', ?)"
                + " ON CONFLICT (name) DO UPDATE SET value = excluded.value")) {
            fact.setString(1, Integer.toString(latest()));
            fact.executeUpdate();
        }
    }

    /**
     * Whether a record that is there for readers needs no migration.
     *
     * @throws IllegalArgumentException if there is nothing yet, or no record that this workbench can read
     */
    boolean isDone(Connection connection, StoreAddress address) throws SQLException {
        int version = version(connection, address);
        if (version == 0) {
            throw new IllegalArgumentException("a study's record must exist, but there is nothing in " + address);
        }
        return version == latest();
    }

    /**
     * The version of a record; 0 where there is nothing yet.
     *
     * @throws IllegalArgumentException if it is newer than this workbench, or no record
     */
    int version(Connection connection, StoreAddress address) throws SQLException {
        TreeSet<String> tables = new TreeSet<>(Rows.texts(connection, address.tables()));
        if (tables.isEmpty()) {
            return 0;
        }
        if (!tables.contains("study")) {
            throw new IllegalArgumentException("a study's record must have a table 'study', but " + address + " holds "
                    + tables + ": it is something else");
        }
        Optional<String> said = Rows.texts(connection, "SELECT value FROM study WHERE name = 'schema'").stream()
                .findFirst();
        String found = said.orElse("none");
        if (!found.matches("[1-9][0-9]{0,8}") || Integer.parseInt(found) > latest()) {
            throw new IllegalArgumentException("a study's fact 'schema' must be a number from 1 to " + latest()
                    + ", but was " + found + " (" + address
                    + ", table study): use the version of the workbench that wrote it, or a newer one");
        }
        return Integer.parseInt(found);
    }

    private static List<String> scripts() {
        List<String> scripts = new ArrayList<>();
        for (int version = 1; ; version++) {
            try (InputStream in = Migrations.class.getResourceAsStream("schema/V" + version + ".sql")) {
                if (in == null) {
                    return scripts;
                }
                scripts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--[^\n]*", ""));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
