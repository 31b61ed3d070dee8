package org.nasworkbench.results;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The rows that a query finds. */
final class Rows {
    private Rows() {}

    /** Takes something from the row at which a result stands. */
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    /** Makes one thing of it. */
    interface Maker<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Reads them one by one; none is kept. */
    static void each(Connection connection, String sql, Reader reader) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                reader.read(result);
            }
        }
    }

    /** All of them. */
    static <T> List<T> list(Connection connection, String sql, Maker<T> maker) throws SQLException {
        List<T> rows = new ArrayList<>();
        each(connection, sql, row -> rows.add(maker.of(row)));
        return rows;
    }

    /** The first column of all of them. */
    static List<String> texts(Connection connection, String sql) throws SQLException {
        return list(connection, sql, row -> row.getString(1));
    }
}
