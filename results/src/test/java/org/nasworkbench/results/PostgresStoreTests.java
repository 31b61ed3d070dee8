package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The contract of records, in schemas of a real PostgreSQL server. */
class PostgresStoreTests extends StoreContract {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    /** Each test has schemas of its own. */
    @Override
    StoreAddress place(String study) {
        return StoreAddress.server(server.url(), study + " of " + System.identityHashCode(this));
    }

    private static void administer(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(server.url());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aSecondProcessIsRefusedUntilTheFirstHasEnded() {
        StoreAddress address = place("busy");
        try (StudyStore first = new StudyStore(address)) {
            first.fact("name", "busy");
            for (Executable use : List.<Executable>of(() -> new StudyStore(address), address::erase)) {
                assertEquals(
                        "a study must be worked on by one process at a time, but another one is at work on " + address,
                        assertThrows(IllegalArgumentException.class, use).getMessage());
            }
            assertEquals("busy", StoredStudy.read(address).name(), "readers are welcome");
        }
        try (StudyStore second = new StudyStore(address)) {
            assertEquals(Optional.of("busy"), second.fact("name"));
        }
    }

    @Test
    void aConnectionThatIsLostIsOneLineAndNothingFinishedIsLost() throws Exception {
        StoreAddress address = place("cut");
        try (StudyStore store = new StudyStore(address)) {
            store.fact("name", "cut");
            administer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'nas'"
                    + " AND pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')"
                    + " AND query NOT LIKE '%first%'");
            String message = assertThrows(StoreException.class, () -> store.fact("more", "x"))
                    .getMessage();
            assertTrue(message.startsWith("cannot write to " + address + ": "), message);
            assertFalse(message.contains("\n"), message);
        }
        try (StudyStore again = new StudyStore(address)) {
            assertEquals(Optional.of("cut"), again.fact("name"));
            assertEquals(Optional.empty(), again.fact("more"));
        }
        super.open(); // its connection was cut, too
    }

    @Test
    void aServerThatCannotBeReachedIsOneLine() {
        StoreAddress nowhere = StoreAddress.server("jdbc:postgresql://127.0.0.1:1/none?connectTimeout=2", "study");
        for (Executable use :
                List.<Executable>of(() -> new StudyStore(nowhere), () -> StoredStudy.read(nowhere), nowhere::erase)) {
            String message = assertThrows(StoreException.class, use).getMessage();
            assertTrue(message.contains(nowhere.toString()), message);
            assertFalse(message.contains("\n"), message);
        }
    }

    @Test
    void aSchemaThatIsNotThereIsNoRecord() {
        StoreAddress missing = place("missing");
        assertEquals(
                "a study's record must exist, but there is no schema of this name: " + missing,
                assertThrows(IllegalArgumentException.class, () -> StoredStudy.read(missing))
                        .getMessage());
        missing.erase();
    }
}
