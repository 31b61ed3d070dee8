package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Kills at random moments and at every write to the record, over all types of strategies. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "kills are those of POSIX")
class RandomKillTests {
    private static final String[] BY_TRIALS = {
        "type: random-sampling, samples: 5",
        "type: random-search",
        "type: local-search",
        "type: regularized-evolution, population: 3, sample: 2",
        "type: nsga2, population: 4",
        "type: reinforce, batch: 2"
    };

    /** So many random kills in a slow test; {@code -Dkills=N} asks for others. */
    private static final int KILLS = Integer.getInteger("kills", 100);

    @TempDir
    Path folder;

    private Killed onTable() throws Exception {
        List<String> all = new ArrayList<>(List.of(BY_TRIALS));
        all.add("type: successive-halving, first: 6"); // where there are two lengths of training
        return new Killed(TinyStudy.onTable(folder, 8, all.toArray(String[]::new)), folder, 1);
    }

    private Killed trained() throws Exception {
        String gradients = ", epochs: 2, warmup-epochs: 1, samples: 2";
        String evolution = ", epochs: 2, population: 4, parents: 2, generations: 1, samples: 2";
        List<String> all = new ArrayList<>(List.of(BY_TRIALS));
        all.addAll(List.of(
                "type: squeezenas" + gradients,
                "type: fbnet" + gradients,
                "type: proxylessnas" + gradients,
                "type: spos" + evolution,
                "type: fairnas" + evolution,
                "type: random-sharing, epochs: 2, candidates: 6, samples: 2"));
        return new Killed(TinyStudy.in(folder, 4, all.toArray(String[]::new)), folder, 2);
    }

    @Test
    @Timeout(300)
    void aStudyOnATableThatIsKilledEndsAsIfItWasNot() throws Exception {
        Killed study = onTable();
        study.atRandom(1);
        study.at("before INSERT INTO outcome");
        study.at("after COMMIT");
        study.finish();
        System.out.println("table: " + study.summary());
    }

    @Test
    @Tag("slow")
    @Timeout(3600)
    void manyKillsOnATable() throws Exception {
        Killed study = onTable();
        study.atRandom(KILLS);
        System.out.println("table: " + study.summary());
    }

    @Test
    @Tag("slow")
    @Timeout(7200)
    void manyKillsOfAStudyThatTrains() throws Exception {
        Killed study = trained();
        study.atRandom(KILLS);
        System.out.println("trained: " + study.summary());
    }

    @Test
    @Tag("slow")
    @Timeout(7200)
    void aKillAtEveryWriteOfAStudyOnATable() throws Exception {
        Killed study = onTable();
        List<String> writes = study.writes();
        assertTrue(writes.size() > 100, writes::toString);
        for (int write = 1; write <= writes.size() - 2; write++) { // heartbeats come and go
            study.at(Integer.toString(write));
            study.finish();
        }
        System.out.println("every write on a table: " + study.summary());
    }

    @Test
    @Tag("slow")
    @Timeout(7200)
    void aKillBeforeAndAfterEveryKindOfWriteOfAStudyThatTrains() throws Exception {
        Killed study = trained();
        Set<String> kinds = new LinkedHashSet<>(study.writes());
        assertTrue(
                kinds.containsAll(Set.of("INSERT INTO trial", "INSERT INTO work", "INSERT INTO final")),
                kinds::toString);
        for (String kind : kinds) {
            study.at("before " + kind);
            study.at("after " + kind);
        }
        study.finish();
        System.out.println("every kind of write, before and after it: " + study.summary());
    }
}
