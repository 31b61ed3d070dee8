package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.TableLatency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.FbnetSpace;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.table.FbnetLatency;
import org.nasworkbench.table.KnownDevices;
import org.nasworkbench.work.Seeds;

/** Tables from timings of whole networks, from the command line to a study. */
class LatencyImportTests {
    @TempDir
    private Path folder;

    private static SearchSpace space(String name) {
        return KnownSpaces.space(name, KnownSpaces.Changes.NONE);
    }

    /** A file of networks drawn at random, with the latency that somebody says they have. */
    private Path timings(SearchSpace space, int count, ToDoubleFunction<Architecture> millis) throws IOException {
        RandomGenerator random = Seeds.random(1, "timings");
        List<String> lines = new ArrayList<>(List.of("net,ms"));
        for (int i = 0; i < count; i++) {
            Architecture network = space.sample(random);
            lines.add(space.print(network) + "," + millis.applyAsDouble(network));
        }
        return Files.write(folder.resolve("timings.csv"), lines);
    }

    private Ended imported(Path timings, String space, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "latency", "import", timings.toString(), "--space", space, "--genotype", "net", "--latency", "ms"));
        arguments.addAll(List.of("--out", folder.resolve("table.csv").toString()));
        arguments.addAll(List.of(more));
        return nas(arguments.toArray(String[]::new));
    }

    @Test
    void aTableOfTermsTellsWhereItIsFromAndPredictsForOtherCommands() throws IOException {
        SearchSpace space = space("fbnet");
        FbnetLatency truth = new FbnetLatency((FbnetSpace) space, "pixel3");
        Ended ended =
                imported(timings(space, 600, network -> truth.of(network).millis()), "fbnet", "--platform", "a phone");
        assertEquals(0, ended.code(), ended.err());
        for (String fact : List.of(
                "platform         table",
                "imported, measured elsewhere on a phone",
                "timings.csv, column ms",
                "networks         600",
                "176 terms and a base",
                "R2 1.0000")) {
            assertTrue(ended.out().contains(fact), ended.out());
        }
        JsonNode json = new ObjectMapper()
                .readTree(imported(folder.resolve("timings.csv"), "fbnet", "--json")
                        .out());
        assertEquals("600", json.get("facts").get("networks").asText());
        assertEquals(1, json.get("check").get("spearman").asDouble(), 1e-9);
        String table = folder.resolve("table.csv").toString();
        Architecture network = space.sample(Seeds.random(2, "network"));
        double described = new ObjectMapper()
                .readTree(nas("space", "describe", "fbnet", space.print(network), "--latency", table, "--json")
                        .out())
                .get("latency_ms")
                .asDouble();
        assertEquals(truth.of(network).millis(), described, 1e-6);
        String[] drawn = nas("space", "sample", "fbnet", "-n", "1", "--latency", table)
                .out()
                .strip()
                .split("\t");
        assertEquals(truth.of(space.parse(drawn[0])).millis(), Double.parseDouble(drawn[1]), 1e-6);
        Ended other = nas("space", "sample", "nb201", "--latency", table);
        assertEquals(2, other.code());
        assertTrue(other.err().contains("must be for nb201"), other.err());
    }

    @Test
    void aTableOfAChainIsALatencyTable() throws IOException {
        ChainSpace space = (ChainSpace) space("squeezenas-small");
        ToDoubleFunction<Architecture> truth =
                network -> 3 + space.network(network).macs() / 1e9;
        Ended ended = imported(timings(space, 500, truth), "squeezenas-small");
        assertEquals(0, ended.code(), ended.err());
        LatencyTable table = LatencyTableFile.read(folder.resolve("table.csv"));
        assertEquals("table", table.facts().get("platform"));
        assertEquals(1, table.line().slope());
        Architecture network = space.sample(Seeds.random(2, "network"));
        assertEquals(
                truth.applyAsDouble(network),
                new TableLatency(space, table).of(network).millis(),
                1e-6);
        Ended shown = nas("latency", "show", folder.resolve("table.csv").toString());
        assertTrue(shown.out().contains("imported, measured elsewhere on ms"), shown.out());
    }

    @Test
    void aChainWhoseTimingsLeaveGapsIsRefused() throws IOException {
        ChainSpace space = (ChainSpace) space("squeezenas-small");
        Ended ended = imported(
                timings(space, 12, network -> 3 + space.network(network).macs() / 1e9), "squeezenas-small");
        assertEquals(2, ended.code());
        assertTrue(
                ended.err().contains("must have every option") || ended.err().contains("always come together"),
                ended.err());
    }

    @Test
    void everyBadRowIsNamed() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bad.csv"), "net,ms\n000000,1\n000009,2\n000000,1\n000001,-3\n00000,1\n");
        Ended ended = imported(file, "nb201");
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("line 4: must be about another architecture"), ended.err());
        assertTrue(ended.err().contains("line 5: ms must be milliseconds above 0, but was '-3'"), ended.err());
        Files.writeString(file, "net,ms\n000000,1\n000009,2\n00000,1\n");
        Ended unread = imported(file, "nb201");
        assertTrue(unread.err().contains("line 3: ") && unread.err().contains("line 4: "), unread.err());
        assertTrue(imported(file, "nb20").err().contains("did you mean 'nb201'?"));
    }

    @Test
    void termsThatAreLeftOpenAreNamed() throws IOException {
        SearchSpace space = space("nb201");
        LatencyEvaluator latency = KnownDevices.latency(space, "fpga");
        Path all = timings(space, 300, network -> latency.of(network).millis());
        List<String> lines = new ArrayList<>(Files.readAllLines(all));
        lines.removeIf(line -> line.startsWith("|avg_pool_3x3~0|"));
        Ended ended = imported(Files.write(all, lines), "nb201");
        assertEquals(0, ended.code(), ended.err());
        assertTrue(
                ended.out().contains("1 terms are not determined")
                        && ended.out().contains("edge1<-0 avg_pool_3x3"),
                ended.out());
    }
}
