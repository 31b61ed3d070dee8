package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.results.StoreAddress;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;

/** A study that finds no room for its record, by a limit on the size of files. */
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
class FullDiskTests {
    private static final int KIBIBYTES = 2048; // enough for the native library that the driver unpacks

    @TempDir
    private Path folder;

    @Test
    void itStopsWithOneLineAndGoesOnWhereThereIsRoomAgain() throws Exception {
        LetterStudy study = LetterStudy.in(folder, 3000, 15);
        Path out = folder.resolve("out");
        List<String> limit = List.of("bash", "-c", "ulimit -f " + KIBIBYTES + "; exec \"$0\" \"$@\"");
        Process process = study.start(limit, study.run(out));
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        String said = Files.readString(study.said().toPath());
        assertEquals(1, process.exitValue(), said);
        String last = said.lines().reduce((first, second) -> second).orElseThrow();
        assertTrue(last.contains(out.resolve("study.db") + ": "), said);
        assertTrue(
                last.endsWith("What was finished is kept: make room, then the same command goes on from there"), said);
        assertTrue(said.lines().noneMatch(line -> line.contains("Exception") || line.startsWith("\tat ")), said);

        StudyResults half = StoredStudy.read(out.resolve("study.db"));
        long done =
                half.runs().stream().filter(run -> run.status().equals("done")).count();
        assertTrue(done > 0 && done < 45, () -> done + " runs were done");
        assertTrue(half.runs().stream().noneMatch(run -> run.status().equals("failed")), "no fault of a search");

        study.run(out, StoreAddress.file(out.resolve("study.db")));
        Path whole = folder.resolve("whole");
        study.run(whole, StoreAddress.file(whole.resolve("study.db")));
        for (String file : List.of("summary.csv", "trials.csv", "finals.csv")) {
            assertEquals(Files.readString(whole.resolve(file)), Files.readString(out.resolve(file)), file);
        }
        Set<StudyResults.TrialRow> all =
                new HashSet<>(StoredStudy.read(out.resolve("study.db")).trials());
        assertTrue(all.containsAll(half.trials()), "nothing finished is lost");
    }
}
