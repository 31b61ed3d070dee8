package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that was copied in part, spoilt, or has no room to grow. */
class DamagedStoreTests {
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private Path file;
    private byte[] whole;

    @BeforeEach
    void record() throws Exception {
        file = folder.resolve("study.db");
        RecordedStudy.small(file);
        whole = Files.readAllBytes(file);
        assertTrue(whole.length > 10 * PAGE);
    }

    /** One line that names the file, what is the matter and what to do, for who writes and for who reads. */
    private void assertRefused(String why) {
        for (Executable use : List.<Executable>of(() -> new StudyStore(file).close(), () -> StoredStudy.read(file))) {
            String message = assertThrows(StoreException.class, use, why).getMessage();
            assertTrue(message.contains(file + ": "), message);
            assertTrue(message.contains("It is damaged: put back a copy"), message);
            assertFalse(message.contains("\n"), message);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, PAGE - 1, PAGE, 2 * PAGE, 5 * PAGE, 5 * PAGE + 1})
    void aFileThatWasCutIsRefused(int length) throws Exception {
        Files.write(file, Arrays.copyOf(whole, length));
        assertRefused("of " + length + " bytes");
        assertEquals(length, Files.size(file), "nothing was made of it");
    }

    @Test
    void aFileWithoutItsLastPageOrItsLastBytesIsRefused() throws Exception {
        for (int missing : List.of(1, 100, PAGE)) {
            Files.write(file, Arrays.copyOf(whole, whole.length - missing));
            assertRefused(missing + " bytes are missing");
        }
    }

    @Test
    void noPageCanBeSpoiltUnseen() throws Exception {
        Random random = new Random(7);
        for (int page = 0; page < whole.length / PAGE; page++) {
            byte[] spoilt = whole.clone();
            byte[] noise = new byte[PAGE];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, spoilt, page * PAGE, PAGE);
            Files.write(file, spoilt);
            assertRefused("noise in page " + page);
            Arrays.fill(spoilt, page * PAGE, (page + 1) * PAGE, (byte) 0);
            Files.write(file, spoilt);
            assertRefused("nothing in page " + page);
        }
    }

    @Test
    void aTextIsNoRecord() throws Exception {
        Files.writeString(file, "no database".repeat(100));
        assertRefused("a text");
    }

    @Test
    void aLogWithoutItsFileIsNotTakenForANewRecord() throws Exception {
        Files.move(file, folder.resolve("study.db-wal"));
        String message =
                assertThrows(StoreException.class, () -> new StudyStore(file)).getMessage();
        assertTrue(message.contains(file + ": ") && message.contains("study.db-wal is there without it"), message);
        assertFalse(Files.exists(file));
    }

    @Test
    void whereThereIsNoRoomWhatWasFinishedIsKeptAndTheNextOneGoesOn() {
        int finished = 0;
        try (Database database = new Database(StoreAddress.file(file))) {
            long pages = whole.length / PAGE + 20;
            database.query(row -> row.getInt(1), "PRAGMA max_page_count=" + pages);
            String text = "x".repeat(3000);
            StoreException full = null;
            while (full == null) {
                assertTrue(finished < 1000, "there is a bound");
                int number = finished;
                try {
                    database.atomically(() -> {
                        database.update("INSERT INTO study VALUES (?, ?)", "first " + number, text);
                        database.update("INSERT INTO study VALUES (?, ?)", "second " + number, text);
                    });
                    finished++;
                } catch (StoreException e) {
                    full = e;
                }
            }
            assertTrue(full.getMessage().startsWith("cannot write to " + file + ": "), full.getMessage());
            assertTrue(
                    full.getMessage()
                            .endsWith("What was finished is kept: make room, then the same command goes on from there"),
                    full.getMessage());
        }
        assertTrue(finished > 3, "some were finished");
        try (StudyStore store = new StudyStore(file)) {
            for (int number = 0; number < finished; number++) {
                assertEquals(3000, store.fact("second " + number).orElseThrow().length());
            }
            assertTrue(store.fact("first " + finished).isEmpty(), "both or none");
            store.fact("first " + finished, "there is room again");
        }
        assertEquals(7, StoredStudy.read(file).trials().size());
    }
}
