package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.work.CostCategory;

/** The account of a process that was killed is settled by the next one. */
class SessionsTests {
    private static final RunKey RUN = new RunKey("evolution", 1);

    @TempDir
    Path folder;

    private StudyStore store;
    private Database database;

    @BeforeEach
    void open() {
        store = new StudyStore(folder.resolve("study.db"));
        database = new Database(StoreAddress.file(folder.resolve("study.db")));
        store.fact("name", "sessions");
    }

    @AfterEach
    void close() {
        database.close();
        store.close();
    }

    private void charge(int session, int device, int sequence, CostCategory category, double seconds) {
        store.charge(new LedgerEntry(session, device, sequence, Optional.of(RUN), category, seconds, "work"));
    }

    /** What the ledger says of a device, in order: category, seconds, who pays. */
    private List<String> ledger(int session, int device) {
        return database.query(
                row -> row.getString(1) + " " + row.getDouble(2) + " " + row.getString(3),
                "SELECT category, device_s, coalesce(strategy, '-') FROM charge WHERE session = ? AND device = ? ORDER BY sequence",
                session,
                device);
    }

    private void assertBalanced() throws SQLException {
        LedgerBalance balance = LedgerBalance.of(StoredStudy.read(folder.resolve("study.db")));
        assertEquals(balance.wallDeviceSeconds(), balance.totalDeviceSeconds(), 1e-3);
    }

    @Test
    void workInFlightIsFailedUpToTheLastSignOfLifeAndTheRestWasIdle() throws Exception {
        int session = store.beginSession(2, 10_000);
        charge(session, 0, 1, CostCategory.ENGINE, 1);
        store.begin(session, 0, 2, Optional.of(RUN), 11_000, "first");
        charge(session, 0, 2, CostCategory.SEARCH_TRAINING, 3);
        store.begin(session, 0, 3, Optional.of(RUN), 14_000, "second");
        store.begin(session, 1, 1, Optional.empty(), 12_500, "latency");
        store.seen(session, 20_000, false);

        assertEquals(2, store.beginSession(1, 99_000));

        assertEquals(
                List.of("engine 1.0 evolution", "search-training 3.0 evolution", "failed 6.0 evolution"),
                ledger(session, 0));
        assertEquals(List.of("failed 7.5 -", "idle 2.5 -"), ledger(session, 1));
        assertBalanced();
    }

    @Test
    void aClockThatWasSetBackTakesNoSecondsAway() throws Exception {
        int session = store.beginSession(2, 100_000);
        charge(session, 0, 1, CostCategory.ENGINE, 2);
        store.begin(session, 0, 2, Optional.of(RUN), 102_000, "work");
        store.begin(session, 1, 1, Optional.of(RUN), 40_000, "work that began after the clock was set back");
        store.seen(session, 45_000, false);

        int later = store.beginSession(1, 50_000);
        store.begin(later, 0, 1, Optional.of(RUN), 50_000, "work");
        charge(later, 0, 1, CostCategory.SEARCH_TRAINING, 3);
        store.seen(later, 53_000, true);

        assertEquals(List.of("engine 2.0 evolution", "failed 0.0 evolution"), ledger(session, 0));
        assertEquals(List.of("failed 2.0 evolution"), ledger(session, 1));
        assertEquals(List.of("search-training 3.0 evolution"), ledger(later, 0));
        assertBalanced();
    }

    /** What was spent until a trial is told by moments: those of an earlier session may be later ones of the clock. */
    @Test
    void workCountsForTheTrialsThatCameAfterItWhateverTheClockSays() throws Exception {
        store.addRun(RUN, "squeezenas", "{}");
        store.addWork(RUN, "shared-weights", new byte[0], 60, 100_000);
        store.close();
        store = new StudyStore(folder.resolve("study.db"));
        Outcome outcome = new Outcome.Scored(0.5, Map.of());
        Architecture network = new Architecture(List.of(0));
        Trial trial = new Trial(
                0, network, "a", 1, outcome, Optional.empty(), OptionalDouble.of(0.5), Cost.measured(5), false, 0);
        store.addTrial(RUN, trial, "a", 40_000);
        assertEquals(
                65, StoredStudy.read(folder.resolve("study.db")).trials().get(0).spentDeviceSeconds());
    }

    @Test
    void aDeviceWithoutWorkWasIdle() throws Exception {
        int session = store.beginSession(3, 10_000);
        charge(session, 1, 1, CostCategory.SEARCH_TRAINING, 4);
        store.seen(session, 15_000, false);
        store.beginSession(3, 15_000);
        assertEquals(List.of("idle 5.0 -"), ledger(session, 0));
        assertEquals(List.of("search-training 4.0 evolution", "idle 1.0 -"), ledger(session, 1));
        assertEquals(List.of("idle 5.0 -"), ledger(session, 2));
        assertBalanced();
    }

    @Test
    void aChargeOrABeginningIsASignOfLifeToo() throws Exception {
        int charged = store.beginSession(2, 10_000);
        store.begin(charged, 0, 1, Optional.of(RUN), 10_000, "work");
        charge(charged, 0, 1, CostCategory.SEARCH_TRAINING, 5.4);
        store.seen(charged, 15_000, false);
        int begun = store.beginSession(1, 20_000);
        assertEquals(List.of("search-training 5.4 evolution"), ledger(charged, 0));
        assertEquals(List.of("idle 5.4 -"), ledger(charged, 1));
        assertBalanced();

        store.begin(begun, 0, 1, Optional.of(RUN), 20_300, "work");
        store.beginSession(1, 30_000);
        assertEquals(List.of("failed 0.0 evolution", "idle 0.3 -"), ledger(begun, 0));
        assertBalanced();
    }

    @Test
    void whatWasSavedBeforeTheCutIsNotFailed() throws Exception {
        int session = store.beginSession(1, 0);
        store.begin(session, 0, 1, Optional.of(RUN), 1_000, "shared weights");
        charge(session, 0, 2, CostCategory.SHARED_WEIGHTS, 4);
        charge(session, 0, 3, CostCategory.SHARED_WEIGHTS, 3);
        store.seen(session, 9_000, false);
        store.beginSession(1, 9_000);
        assertEquals(
                List.of("failed 2.0 evolution", "shared-weights 4.0 evolution", "shared-weights 3.0 evolution"),
                ledger(session, 0));
        assertBalanced();
    }

    @Test
    void nothingIsSettledTwiceNorWhatEndedInGoodOrder() throws Exception {
        int cut = store.beginSession(1, 0);
        store.begin(cut, 0, 1, Optional.of(RUN), 0, "work");
        store.seen(cut, 4_000, false);
        int ended = store.beginSession(1, 10_000);
        charge(ended, 0, 1, CostCategory.SEARCH_TRAINING, 2);
        store.seen(ended, 12_000, true);
        store.beginSession(1, 20_000);
        store.beginSession(1, 30_000);
        assertEquals(List.of("failed 4.0 evolution"), ledger(cut, 0));
        assertEquals(List.of("search-training 2.0 evolution"), ledger(ended, 0));
        assertBalanced();
    }

    @Test
    void aLateHeartbeatTakesNoEndBack() throws Exception {
        int session = store.beginSession(1, 0);
        store.seen(session, 5_000, true);
        store.seen(session, 4_900, false);
        StudyResults.Session read =
                StoredStudy.read(folder.resolve("study.db")).sessions().get(0);
        assertEquals(new StudyResults.Session(1, 1, 0, 5_000, true), read);
    }
}
