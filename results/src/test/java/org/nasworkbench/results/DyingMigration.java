package org.nasworkbench.results;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.sqlite.Function;

/** A process that migrates a record of version 1 and is gone in the middle of it. */
final class DyingMigration {
    static final int CODE = 9;

    private DyingMigration() {}

    public static void main(String[] arguments) throws Exception {
        StoreAddress address = StoreAddress.file(Path.of(arguments[0]));
        try (Connection connection = address.openOrCreate()) {
            Function.create(connection, "die", new Function() {
                @Override
                protected void xFunc() {
                    Runtime.getRuntime().halt(CODE);
                }
            });
            connection.createStatement().execute("PRAGMA cache_spill=1"); // so that something is in the log by then
            String step =
                    "CREATE TABLE heap AS WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 50000)"
                            + " SELECT i, hex(randomblob(100)) AS text FROM n;\nDROP TABLE metric;\nDROP TABLE final;\nSELECT die();\n";
            new Migrations(List.of("", step)).migrate(connection, address);
        }
    }
}
