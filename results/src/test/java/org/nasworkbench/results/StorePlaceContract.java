package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;

/** What the place of a record promises, be it a file or a schema in a database. */
abstract class StorePlaceContract {
    static final ChainSpace SPACE = SearchSpaces.chain("squeezenas-small", 0.25, 1, 11, new Shape(3, 32, 48));
    static final RunKey RUN = new RunKey("evolution", 5_000_000_000L);
    static final RunKey OTHER = new RunKey("evolution", 2);

    StoreAddress address;
    StudyStore store;

    /** The place of a study's record; the same for the same name, and nothing there when a test begins. */
    abstract StoreAddress place(String study) throws Exception;

    @BeforeEach
    void begin() throws Exception {
        address = place("first");
        open();
    }

    void open() {
        store = new StudyStore(address);
    }

    @AfterEach
    void close() {
        if (store != null) {
            store.close();
        }
    }

    void reopen() {
        close();
        open();
    }

    static Trial scored(int number) {
        Architecture architecture = architecture(number);
        return new Trial(
                number,
                architecture,
                SPACE.print(architecture),
                3,
                new Outcome.Scored(
                        1.0 / 3,
                        Map.of("val_pixel_accuracy", 0.1 + 0.2, "train_loss", 1e-300),
                        Map.of("train_loss", List.of(2.5, 1e-300), "val_confusion", List.of())),
                Optional.of(new Latency(Math.PI)),
                OptionalDouble.of(-0.1),
                new Cost(1.5, 0.25, 7),
                number % 2 == 1,
                0.1 + 0.2);
    }

    static Architecture architecture(int number) {
        return new Architecture(Collections.nCopies(
                SPACE.decisions().size(), number % SPACE.options().size()));
    }

    @Test
    void aRecordOfANewerVersionIsRefusedByWriterAndReader() throws Exception {
        close();
        try (Database newer = new Database(address)) {
            newer.update("UPDATE study SET value = '77' WHERE name = 'schema'");
        }
        for (Executable use : List.<Executable>of(() -> new StudyStore(address), () -> StoredStudy.read(address))) {
            assertEquals(
                    "a study's fact 'schema' must be a number from 1 to 5, but was 77 (" + address
                            + ", table study): use the version of the workbench that wrote it, or a newer one",
                    assertThrows(IllegalArgumentException.class, use).getMessage());
        }
        store = null;
    }

    @Test
    void theMarkIsAnotherOneWheneverSomethingWasAdded() {
        RunKey run = new RunKey("evolution", 1);
        List<String> marks = new ArrayList<>();
        marks.add(StoredStudy.mark(address));
        store.beginSession(2, 1000);
        marks.add(StoredStudy.mark(address));
        store.addRun(run, "regularized-evolution", "{}");
        store.addTrial(run, scored(0), "a", 2000);
        marks.add(StoredStudy.mark(address));
        assertEquals(marks.get(2), StoredStudy.mark(address), "nothing was added");
        store.seen(1, 3000, true);
        marks.add(StoredStudy.mark(address));
        assertEquals(marks.size(), marks.stream().distinct().count(), marks::toString);
    }

    /** Leaves nothing of a record but what some statements make. */
    private StoreAddress made(String study, String... statements) throws Exception {
        StoreAddress made = place(study);
        new StudyStore(made).close();
        try (Connection connection = made.openOrCreate();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet names = statement.executeQuery(made.tables())) {
                while (names.next()) {
                    tables.add(names.getString(1));
                }
            }
            for (String table : tables) {
                statement.execute("DROP TABLE " + table);
            }
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return made;
    }

    @Test
    void anOlderRecordIsReadAsItWillBeAndChangedByTheWriterAlone() throws Exception {
        StoreAddress older = made("older");
        try (Connection connection = older.openOrCreate()) {
            Migrations.ALL.until(2).migrate(connection, older);
            connection.createStatement().execute("INSERT INTO study VALUES ('name', 'older')");
        }
        for (int reading = 0; reading < 2; reading++) {
            assertEquals("older", StoredStudy.read(older).name());
            try (Connection connection = older.openOrCreate()) {
                assertEquals(2, Migrations.ALL.version(connection, older));
            }
        }
        try (StudyStore writer = new StudyStore(older)) {
            assertEquals(Optional.of("5"), writer.fact("schema"));
            assertEquals(Set.of(), writer.fidelity().trained());
        }
    }

    /** As between the beginning of a place and of its tables. */
    @Test
    void whereNothingIsYetAReaderMakesNothing() throws Exception {
        StoreAddress empty = made("empty");
        assertEquals(
                "a study's record must exist, but there is nothing in " + empty,
                assertThrows(IllegalArgumentException.class, () -> StoredStudy.read(empty))
                        .getMessage());
        try (Connection connection = empty.openOrCreate()) {
            assertEquals(0, Migrations.ALL.version(connection, empty));
        }
    }

    @Test
    void whatIsSomethingElseIsNotWrittenTo() throws Exception {
        StoreAddress other = made("other", "CREATE TABLE recipes (name TEXT)");
        for (Executable use : List.<Executable>of(() -> new StudyStore(other), () -> StoredStudy.read(other))) {
            assertEquals(
                    "a study's record must have a table 'study', but " + other
                            + " holds [recipes]: it is something else",
                    assertThrows(IllegalArgumentException.class, use).getMessage());
        }
    }

    @Test
    void twoStudiesLieSideBySide() throws Exception {
        StoreAddress another = place("second \"study\"; DROP TABLE study");
        try (StudyStore theirs = new StudyStore(another)) {
            store.fact("name", "ours");
            theirs.fact("name", "theirs");
            store.addTrial(RUN, scored(0), "canonical", 1);
            theirs.addTrial(RUN, scored(3), "canonical", 1);
            theirs.addTrial(OTHER, scored(1), "canonical", 1);
            assertEquals(Map.of(0, scored(0)), store.trials(RUN, SPACE));
            assertEquals(Map.of(3, scored(3)), theirs.trials(RUN, SPACE));
        }
        assertEquals("ours", StoredStudy.read(address).name());
        assertEquals("theirs", StoredStudy.read(another).name());
        another.erase();
        assertEquals(Map.of(0, scored(0)), store.trials(RUN, SPACE), "ours stays when theirs is forgotten");
    }

    @Test
    void aReaderSeesOneMoment() throws Exception {
        store.fact("name", "ours");
        try (Connection reader = address.snapshot()) {
            StoredRows rows = new StoredRows(reader);
            assertEquals(List.of(), rows.runs());
            store.addRun(RUN, "regularized-evolution", "{}");
            assertEquals(List.of(), rows.runs());
        }
        assertEquals(1, StoredStudy.read(address).runs().size());
    }

    @Test
    void runsAreSortedByTheirLettersWhateverTheLanguage() throws Exception {
        store.fact("name", "ours");
        for (String strategy : List.of("b", "A-z", "a", "B", "a-b", "aa", "\u00e9", "_")) {
            store.addRun(new RunKey(strategy, 1), "type", "{}");
        }
        assertEquals(
                List.of("A-z", "B", "_", "a", "a-b", "aa", "b", "\u00e9"),
                StoredStudy.read(address).runs().stream()
                        .map(StudyResults.Run::strategy)
                        .toList());
    }

    @Test
    void whatIsSyncedSeldomIsThereAfterTheEnd() {
        store.syncSeldom();
        store.addTrial(RUN, scored(0), "canonical", 1);
        reopen();
        assertEquals(Map.of(0, scored(0)), store.trials(RUN, SPACE));
    }
}
