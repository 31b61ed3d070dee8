package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that were made with the tables of every earlier version, and the same study in all of them. */
class MigrationsTests {
    private static final RunKey EVOLUTION = new RunKey("evolution", 1);
    private static final RunKey SUPERNET = new RunKey("supernet", 1);

    @TempDir
    Path folder;

    /** A copy of a stored record. */
    private Path old(String name) throws Exception {
        Path file = folder.resolve("study.db");
        try (InputStream in = MigrationsTests.class.getResourceAsStream("old-records/" + name + ".db")) {
            Files.copy(in, file);
        }
        return file;
    }

    private List<String> filesBeside() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertReadsRight(StudyResults read, boolean fidelity, boolean inherited) {
        assertEquals("old", read.name());
        assertEquals(12, read.fullEpochs());
        assertEquals(
                List.of(EVOLUTION, new RunKey("evolution", 5_000_000_000L), SUPERNET),
                read.runs().stream().map(StudyResults.Run::key).toList());
        assertEquals(
                new StudyResults.Run(
                        "evolution",
                        "regularized-evolution",
                        1,
                        "done",
                        4,
                        3,
                        3,
                        "a | b",
                        OptionalDouble.of(0.4),
                        OptionalDouble.of(0.6),
                        Map.of("test_pixel_accuracy", 0.875),
                        OptionalDouble.of(3.5),
                        21.75,
                        10.25,
                        0,
                        60),
                read.runs().get(0));
        assertEquals(5, read.trials().size());
        StudyResults.TrialRow trial = read.trials().get(1);
        assertEquals("a | \"c\"", trial.genotype());
        assertEquals(12, trial.epochs());
        assertEquals(OptionalDouble.of(0.1 + 0.2), trial.score());
        assertEquals(0, trial.simulatedEndSeconds());
        assertTrue(trial.inFront() && !trial.chosen());
        assertEquals("DIVERGED", read.trials().get(3).failure());
        assertEquals(45, read.trials().get(4).spentDeviceSeconds());
        assertEquals(1_700_000_020_000L, read.finals().get(0).testOpenedMillis());
        assertEquals(
                List.of(false, inherited),
                read.finals().stream().map(StudyResults.Final::inherited).toList());
        assertEquals(
                fidelity
                        ? List.of(
                                new StudyResults.FidelityRow(SUPERNET, 2, false, "e", 3, 0.45, OptionalDouble.of(0.55)))
                        : List.of(),
                read.fidelity());
        assertEquals(200, LedgerBalance.of(read).totalDeviceSeconds());
        assertEquals(1, read.traces().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema-1", "schema-2", "schema-2-fidelity", "schema-2-inherited", "schema-4"})
    void anOlderRecordIsReadRightAndNotTouchedThenMigratedAndReadTheSame(String name) throws Exception {
        Path file = old(name);
        byte[] before = Files.readAllBytes(file);
        boolean inherited = name.endsWith("inherited") || name.equals("schema-4");
        boolean fidelity = inherited || name.endsWith("fidelity");
        StudyResults unchanged = StoredStudy.read(file);
        assertReadsRight(unchanged, fidelity, inherited);
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(List.of("study.db"), filesBeside());

        try (StudyStore store = new StudyStore(file)) {
            assertEquals(Optional.of("5"), store.fact("schema"));
            assertArrayEquals(
                    new byte[] {1, 2, -1},
                    store.work(SUPERNET, "shared-weights").orElseThrow());
            assertEquals(fidelity ? Set.of("e") : Set.of(), store.fidelity().trained());
            assertEquals(2, store.beginSession(1, 1_800_000_000_000L), "it goes on");
            store.seen(2, 1_800_000_000_000L, true);
        }
        StudyResults migrated = StoredStudy.read(file);
        assertReadsRight(migrated, fidelity, inherited);
        assertEquals(unchanged.trials(), migrated.trials());
        assertEquals(unchanged.finals(), migrated.finals());
    }

    /** Old tables that were brought up to date are the tables that a new record has. */
    @ParameterizedTest
    @ValueSource(strings = {"schema-1", "schema-2", "schema-2-fidelity", "schema-2-inherited", "schema-4"})
    void aMigratedRecordHasTheTablesOfANewOne(String name) throws Exception {
        Path file = old(name);
        Path young = folder.resolve("new.db");
        new StudyStore(file).close();
        new StudyStore(young).close();
        assertEquals(columns(young), columns(file));
    }

    private static List<String> columns(Path file) {
        try (Database database = new Database(StoreAddress.file(file))) {
            return database.query(
                    row -> String.join(" ", row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                    "SELECT m.name, c.name, c.type, c.\"notnull\" || c.pk FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                            + " WHERE m.type = 'table' ORDER BY m.name, c.cid");
        }
    }

    @Test
    void aStepThatFailsLeavesTheOldRecord() throws Exception {
        Path file = old("schema-1");
        StoreAddress address = StoreAddress.file(file);
        List<String> steps =
                new ArrayList<>(List.of("", "ALTER TABLE trial ADD COLUMN more INTEGER;\nDROP TABLE missing;\n"));
        try (Connection connection = address.openOrCreate()) {
            assertThrows(java.sql.SQLException.class, () -> new Migrations(steps).migrate(connection, address));
            assertEquals(1, Migrations.ALL.version(connection, address));
        }
        assertReadsRight(StoredStudy.read(file), false, false);
    }

    /** The process is gone at once, as by kill -9, between two statements of a step. */
    @Test
    void aProcessThatDiesInTheMiddleLeavesTheOldRecord() throws Exception {
        Path file = old("schema-1");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DyingMigration.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(DyingMigration.CODE, process.exitValue(), () -> read(folder.resolve("said")));
        assertNotEquals(List.of("said", "study.db"), filesBeside(), "what it had begun is beside the record");
        assertReadsRight(StoredStudy.read(file), false, false);
        try (StudyStore store = new StudyStore(file)) {
            assertEquals(Optional.of("5"), store.fact("schema"));
        }
        assertReadsRight(StoredStudy.read(file), false, false);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}
