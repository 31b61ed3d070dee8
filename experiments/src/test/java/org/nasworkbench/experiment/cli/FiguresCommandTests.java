package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures of runs of which the tables and the manifest alone are there, and of no run. */
class FiguresCommandTests {
    private static final Path REFERENCE = Path.of("..", "results", "reference");

    @TempDir
    Path out;

    @ParameterizedTest
    @CsvSource({
        "quickstart, best-so-far.svg cost.svg network.svg option-probabilities.svg quality-latency.svg supernet-fidelity.svg"
                + " supernet-health.svg",
        "camvid-small, best-so-far.svg cost.svg network.svg quality-latency.svg",
        "thousand-trainings, search-cost.svg",
        "proxy-tasks, critical-difference.svg proxy-task.svg rank-correlations.svg",
    })
    void aRunIsDrawnFromItsTablesAndManifest(String run, String files) throws Exception {
        Ended ended = nas("figures", REFERENCE.resolve(run).toString(), "--format", "svg", "--out", out.toString());
        assertEquals(0, ended.code(), ended::err);
        assertEquals(files, drawn());
    }

    @Test
    void sourceForLatexIsWrittenWhereAFigureHasAxesAndTheOthersAreNamed() throws Exception {
        Ended ended = nas(
                "figures",
                REFERENCE.resolve("quickstart").toString(),
                "--figure",
                "network,quality-latency",
                "--format",
                "tex",
                "--out",
                out.toString());
        assertEquals(0, ended.code(), ended::err);
        assertEquals("quality-latency.tex", drawn());
        assertTrue(ended.err().contains("network has no axes that pgfplots could have"), ended::err);
    }

    @Test
    void theHistoryAndPublishedNetworksNeedNoRun() throws Exception {
        assertEquals(
                0,
                nas("figures", "--figure", "history", "--format", "svg", "--out", out.toString())
                        .code());
        String network = out.resolve("network.pdf").toString();
        Ended ended = nas("space", "draw", "mobilenet-v2", "squeezenas-lat-small", "--figure", network);
        assertEquals(0, ended.code(), ended::err);
        assertEquals("history.svg network.pdf", drawn());
    }

    @Test
    void aFigureThatARunHasNothingForIsRefusedWithTheNearestName() {
        Ended ended = nas("figures", REFERENCE.resolve("thousand-trainings").toString(), "--figure", "search-costs");
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("did you mean 'search-cost'?"), ended::err);
        assertEquals(2, nas("figures").code());
    }

    private String drawn() throws Exception {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.joining(" "));
        }
    }
}
