package org.nasworkbench.results;

import java.sql.Connection;
import java.sql.SQLException;

/** Statements that take effect as a whole or not at all. */
final class Transaction {
    private Transaction() {}

    /** Some statements. */
    @FunctionalInterface
    interface Statements {
        void run() throws SQLException;
    }

    /** Runs statements on a connection that commits each by itself, as it does again afterwards. */
    static void run(Connection connection, Statements statements) throws SQLException {
        connection.setAutoCommit(false);
        try {
            statements.run();
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException | RuntimeException | Error e) {
            undo(connection::rollback, e);
            undo(() -> connection.setAutoCommit(true), e);
            throw e;
        }
    }

    /** Where the disk is full or the server gone, there is nothing left to undo, and the first failure is the one to tell. */
    private static void undo(Statements back, Throwable first) {
        try {
            back.run();
        } catch (SQLException e) {
            first.addSuppressed(e);
        }
    }
}
