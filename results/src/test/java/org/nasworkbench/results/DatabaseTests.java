package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTests {
    private static final int NORMAL = 1;
    private static final int FULL = 2;

    @TempDir
    Path folder;

    private static int synchronous(Database database) {
        return database.query(row -> row.getInt(1), "PRAGMA synchronous").get(0);
    }

    private static List<String> names(Database database) {
        return database.query(row -> row.getString(1), "SELECT name FROM study WHERE name <> 'schema' ORDER BY name");
    }

    @Test
    void eachWriteIsSyncedUnlessItIsAskedToSyncSeldom() {
        Path file = folder.resolve("study.db");
        try (Database database = new Database(StoreAddress.file(file))) {
            assertEquals(FULL, synchronous(database));
            database.syncSeldom();
            assertEquals(NORMAL, synchronous(database));
        }
        try (Database database = new Database(StoreAddress.file(file))) {
            assertEquals(FULL, synchronous(database), "it is a setting of the session, not of the file");
        }
    }

    @Test
    void whatIsWrittenWithoutASyncIsThereForOthersAtOnceAndAsAWhole() {
        Path file = folder.resolve("study.db");
        try (Database database = new Database(StoreAddress.file(file));
                Database other = new Database(StoreAddress.file(file))) {
            database.syncSeldom();
            database.atomically(() -> {
                database.update("INSERT INTO study VALUES ('a', '1')");
                assertEquals(List.of(), names(other));
                database.update("INSERT INTO study VALUES ('b', '2')");
            });
            assertEquals(List.of("a", "b"), names(other));
        }
    }
}
