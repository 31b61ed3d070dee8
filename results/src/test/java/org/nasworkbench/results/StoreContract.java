package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.work.CostCategory;

/** What a study's record promises, wherever it is kept. */
abstract class StoreContract extends StorePlaceContract {
    private StoredRows.Outcome outcome() throws Exception {
        try (Connection connection = address.snapshot()) {
            return new StoredRows(connection).outcomes().get(0);
        }
    }

    /** The one value that a query finds. */
    private String value(String sql) throws SQLException {
        try (Connection connection = address.snapshot();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Trial failed(int number, Outcome.Reason reason) {
        Architecture architecture = architecture(number);
        return new Trial(
                number,
                architecture,
                SPACE.print(architecture),
                3,
                new Outcome.Failed(reason, "it's \"gone\"\n\u00e9"),
                Optional.empty(),
                OptionalDouble.empty(),
                Cost.measured(0.1),
                false,
                0);
    }

    @Test
    void aFactStaysAsItWasFirstSaid() {
        store.fact("name", "first");
        store.fact("name", "second");
        reopen();
        assertEquals(Optional.of("first"), store.fact("name"));
        assertEquals(Optional.empty(), store.fact("no such fact"));
    }

    @Test
    void trialsComeBackBitForBitFailuresAndMetricsIncluded() {
        List<Trial> trials = List.of(
                scored(0),
                scored(1),
                failed(2, Outcome.Reason.DIVERGED),
                failed(3, Outcome.Reason.OUT_OF_MEMORY),
                failed(4, Outcome.Reason.HUNG),
                failed(5, Outcome.Reason.WORKER_LOST),
                failed(6, Outcome.Reason.ERROR));
        for (int i = trials.size() - 1; i >= 0; i--) {
            store.addTrial(RUN, trials.get(i), "canonical", 1);
        }
        reopen();
        assertEquals(trials, List.copyOf(store.trials(RUN, SPACE).values()));
        assertEquals(Map.of(), store.trials(OTHER, SPACE));
    }

    @Test
    void aTrialThatIsThereStaysAsItIs() throws Exception {
        store.addTrial(RUN, scored(0), "canonical", 1);
        store.addTrial(RUN, failed(0, Outcome.Reason.ERROR), "canonical", 2);
        store.addTrial(RUN, scored(0), "canonical", 3);
        assertEquals(Map.of(0, scored(0)), store.trials(RUN, SPACE));
        assertEquals("1", value("SELECT finished_ms FROM trial"));
        assertEquals("2", value("SELECT count(*) FROM metric"));
    }

    @Test
    void whatIsWrittenAtomicallyIsThereAsAWholeOrNotAtAll() {
        IllegalStateException thrown = assertThrows(
                IllegalStateException.class,
                () -> store.atomically(() -> {
                    store.addTrial(RUN, scored(0), "canonical", 1);
                    store.charge(charge(1));
                    store.atomically(() -> store.fact("inside", "x"));
                    throw new IllegalStateException("cut off");
                }));
        assertEquals("cut off", thrown.getMessage());
        assertEquals(Map.of(), store.trials(RUN, SPACE));
        assertEquals(0, store.chargedSeconds(RUN, "title"));
        assertEquals(Optional.empty(), store.fact("inside"));

        store.atomically(() -> {
            store.addTrial(RUN, scored(0), "canonical", 1);
            store.charge(charge(1));
        });
        reopen();
        assertEquals(1, store.trials(RUN, SPACE).size());
        assertEquals(2.5, store.chargedSeconds(RUN, "title"));
    }

    @Test
    void aSecondChargeOfTheSameKeyIsAnErrorAndUndoesWhatCameWithIt() {
        store.charge(charge(1));
        assertThrows(
                StoreException.class,
                () -> store.atomically(() -> {
                    store.addTrial(RUN, scored(0), "canonical", 1);
                    store.charge(charge(1));
                }));
        assertEquals(Map.of(), store.trials(RUN, SPACE));
        store.charge(charge(2));
        assertEquals(5, store.chargedSeconds(RUN, "title"));
        assertEquals(0, store.chargedSeconds(OTHER, "title"));
        assertEquals(0, store.chargedSeconds(RUN, "another title"));
    }

    @Test
    void manyThreadsWriteAtOnceAndNothingIsLost() throws Exception {
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            int thread = t;
            threads[t] = new Thread(() -> {
                for (int i = 0; i < 10; i++) {
                    int number = thread * 10 + i;
                    store.atomically(() -> {
                        store.addTrial(RUN, scored(number), "canonical", 1);
                        store.charge(charge(number));
                    });
                }
            });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(40, store.trials(RUN, SPACE).size());
        assertEquals(100, store.chargedSeconds(RUN, "title"));
    }

    @Test
    void aRunThatChoseATrialOrNoneIsDone() {
        assertEquals(Optional.empty(), store.outcome(RUN));
        store.finish(RUN, Optional.of(scored(3)), 0.5, List.of(scored(3), scored(1)), 1);
        store.finish(OTHER, Optional.empty(), Double.NaN, List.of(), 1);
        reopen();
        assertEquals(Optional.of(Optional.of(3)), store.outcome(RUN));
        assertEquals(Optional.of(Optional.empty()), store.outcome(OTHER));
    }

    @Test
    void anOutcomeStaysAsItIs() throws Exception {
        store.finish(RUN, Optional.of(scored(3)), 0.5, List.of(scored(3)), 1);
        store.finish(RUN, Optional.of(scored(1)), 0.6, List.of(), 2);
        store.fail(RUN, "too late", 3);
        assertEquals(Optional.of(Optional.of(3)), store.outcome(RUN));
        assertEquals("done", outcome().status());
        assertEquals(OptionalDouble.of(0.5), outcome().searchScore());
    }

    @Test
    void aFailedRunIsNotDoneKeepsItsLatestReasonAndCanStillSucceed() throws Exception {
        store.fail(RUN, "first reason", 1);
        store.fail(RUN, "second reason", 2);
        assertEquals(Optional.empty(), store.outcome(RUN));
        assertEquals("failed", outcome().status());
        assertEquals("second reason 2", value("SELECT detail || ' ' || finished_ms FROM outcome"));

        store.finish(RUN, Optional.of(scored(4)), 0.5, List.of(scored(4)), 3);
        assertEquals(Optional.of(Optional.of(4)), store.outcome(RUN));
        assertEquals(
                new StoredRows.Outcome(RUN, "done", OptionalDouble.of(4), OptionalDouble.of(0.5), Set.of(4)),
                outcome());
        assertEquals("none 3", value("SELECT coalesce(detail, 'none') || ' ' || finished_ms FROM outcome"));
    }

    @Test
    void workTracesAndFinalsStayAsTheyAre() {
        store.addWork(RUN, "shared-weights", new byte[] {1, 2}, 3, 1);
        store.addWork(RUN, "shared-weights", new byte[] {9}, 4, 2);
        assertArrayEquals(new byte[] {1, 2}, store.work(RUN, "shared-weights").orElseThrow());
        assertEquals(Optional.empty(), store.work(OTHER, "shared-weights"));

        FinalTraining scored = new FinalTraining(
                RUN,
                1,
                "g",
                true,
                OptionalDouble.of(0.1 + 0.2),
                Map.of("test_pixel_accuracy", 0.5, "c", 1e-300),
                4,
                1_700_000_000_000L,
                "");
        FinalTraining failed =
                new FinalTraining(RUN, 2, "g", false, OptionalDouble.empty(), Map.of(), 4, 0, "DIVERGED: x");
        store.addFinal(scored, 1);
        store.addFinal(failed, 1);
        store.addFinal(new FinalTraining(RUN, 1, "h", false, OptionalDouble.empty(), Map.of("d", 1.0), 0, 0, ""), 2);
        reopen();
        assertEquals(List.of(scored, failed), store.finals());
    }

    private static LedgerEntry charge(int sequence) {
        return new LedgerEntry(1, 0, sequence, Optional.of(RUN), CostCategory.SEARCH_TRAINING, 2.5, "title");
    }
}
