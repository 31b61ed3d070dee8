package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed again and again, in each strategy and each phase, ends as the one that never was: the command itself, in
 * a process of its own, ended by the signal that no process can catch.
 */
class KillTests {
    /** In the middle of each phase at least; the slow {@link RandomKillTests} kill more often. */
    private static final int KILLS = 1;

    private static final int EPOCHS = 4;

    @TempDir
    Path folder;

    private TinyStudy tiny;
    private Record killed;

    /** Something that a run does step by step: a strategy's trainings, the supernet's epochs, the final trainings. */
    private record Phase(String name, Reading steps, Reading ends) {
        interface Reading {
            int of(Record record) throws SQLException, IOException;
        }

        static Phase trainings(String strategy) {
            String where = " WHERE strategy = '" + strategy + "'";
            return new Phase(
                    strategy,
                    record -> record.count("SELECT count(*) FROM trial" + where),
                    record -> record.count("SELECT count(*) FROM outcome" + where));
        }

        static Phase sharedWeights(String strategy) {
            return new Phase(
                    strategy + "'s shared weights",
                    record -> record.epochs(strategy),
                    record -> record.count("SELECT count(*) FROM work"));
        }

        static Phase finals(int runs) {
            return new Phase(
                    "final trainings",
                    record -> record.count("SELECT count(*) FROM final"),
                    record -> record.count("SELECT count(*) / " + runs + " FROM final"));
        }

        /** Ten stand-alone trainings, then scores of ten networks after four quarters in two ways. */
        static Phase fidelity() {
            return new Phase(
                    "the check of rankings",
                    record -> record.count("SELECT count(*) FROM fidelity_training")
                            + record.count("SELECT count(*) FROM fidelity"),
                    record -> record.count("SELECT count(*) / 80 FROM fidelity"));
        }
    }

    @Test
    @Timeout(900)
    void aRunThatIsKilledAgainAndAgainEndsAsIfItNeverWas() throws Exception {
        tiny = TinyStudy.in(
                folder,
                4,
                "type: random-sampling, samples: 4",
                "type: random-search",
                "type: regularized-evolution, population: 2, sample: 2",
                "type: reinforce, batch: 2",
                "type: squeezenas, epochs: " + EPOCHS + ", warmup-epochs: 1, samples: 4");
        Record whole = new Record(folder.resolve("whole"));
        finish(whole);
        killed = new Record(folder.resolve("killed"));

        Map<Phase, Integer> kills = new LinkedHashMap<>();
        for (String strategy : List.of("random-sampling", "random-search", "regularized-evolution", "reinforce")) {
            kills.put(Phase.trainings(strategy), 0);
        }
        kills.put(Phase.sharedWeights("squeezenas"), 0);
        kills.put(Phase.trainings("squeezenas"), 0);
        kills.put(Phase.finals(5), 0);
        kills.put(Phase.fidelity(), 0);
        for (List<Phase> wanted = wanted(kills); !wanted.isEmpty(); wanted = wanted(kills)) {
            killInOneOf(wanted, kills);
        }
        kills.forEach((phase, count) -> assertTrue(count >= KILLS, phase.name() + " was killed " + count + " times"));
        finish(killed);

        assertEquals(whole.results(), killed.results());
        assertNothingWasDoneTwice(whole);
        assertNothingWasDoneTwice(killed);
        whole.assertSound();
        killed.assertSound();
        assertNoSavedEpochWasTrainedAgain(killed);
        assertEquals(5, whole.rows("SELECT DISTINCT strategy FROM trial").size());
    }

    /** Runs the command to its end. */
    private void finish(Record record) throws IOException, InterruptedException {
        Process process = tiny.start(tiny.run(record.folder()));
        assertTrue(process.waitFor(300, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), Files.readString(tiny.errors().toPath()));
    }

    /** The phases that were not killed often enough and can still be. */
    private List<Phase> wanted(Map<Phase, Integer> kills) throws SQLException, IOException {
        List<Phase> wanted = new ArrayList<>();
        for (Phase phase : kills.keySet()) {
            if (kills.get(phase) < KILLS && phase.ends().of(killed) == 0) {
                wanted.add(phase);
            }
        }
        return wanted;
    }

    /** Runs the command until one of the phases has made a step, and kills it; counts all phases that were in the middle of it. */
    private void killInOneOf(List<Phase> wanted, Map<Phase, Integer> kills) throws Exception {
        Map<Phase, Integer> before = steps(kills.keySet());
        List<String> finished = killed.finished();
        Process process = tiny.start(tiny.run(killed.folder()));
        while (process.isAlive()
                && steps(wanted).entrySet().stream()
                        .allMatch(step -> step.getValue().equals(before.get(step.getKey())))) {
            Thread.sleep(40);
        }
        List<ProcessHandle> workers = process.children().toList();
        process.destroyForcibly().waitFor();
        for (ProcessHandle worker : workers) {
            worker.onExit().get(10, TimeUnit.SECONDS);
        }
        Map<Phase, Integer> after = steps(kills.keySet());
        for (Phase phase : kills.keySet()) {
            if (after.get(phase) > before.get(phase) && phase.ends().of(killed) == 0) {
                kills.merge(phase, 1, Integer::sum);
            }
        }
        List<String> now = killed.finished();
        assertTrue(now.containsAll(finished), () -> "what was finished must stay:\n" + finished + "\n" + now);
    }

    private Map<Phase, Integer> steps(Collection<Phase> phases) throws SQLException, IOException {
        Map<Phase, Integer> steps = new LinkedHashMap<>();
        for (Phase phase : phases) {
            steps.put(phase, phase.steps().of(killed));
        }
        return steps;
    }

    private static void assertNothingWasDoneTwice(Record record) throws SQLException {
        assertEquals(
                List.of(),
                record.rows("SELECT strategy, seed, note, count(*) FROM charge"
                        + " WHERE category IN ('search-training', 'final-training')"
                        + " GROUP BY strategy, seed, note HAVING count(*) > 1"));
    }

    /** Each epoch is charged when its checkpoint is there, and what comes after the last: no epoch was trained again. */
    private static void assertNoSavedEpochWasTrainedAgain(Record record) throws SQLException {
        int charges = record.count("SELECT count(*) FROM charge WHERE category = 'shared-weights'");
        assertTrue(charges <= EPOCHS + 1, () -> charges + " charges for " + EPOCHS + " epochs");
    }
}
