package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.reference.ReferenceNetworks;

/** Commands that print a result give it as JSON too, and nothing beside it on standard output. */
class JsonOutputTests {
    private static final Path TABLE = Path.of("..", "results", "reference", "quickstart", "latency.csv");

    private static JsonNode json(String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(command));
        all.add("--json");
        Ended ended = nas(all.toArray(String[]::new));
        assertEquals(0, ended.code(), ended::toString);
        return new ObjectMapper().readTree(ended.out());
    }

    @Test
    void spacesAndPublishedNetworksAreListed() throws Exception {
        JsonNode list = json("space", "list");
        assertEquals(KnownSpaces.names().size(), list.get("spaces").size());
        assertEquals(ReferenceNetworks.names().size(), list.get("networks").size());
        assertEquals(61_100_840, list.get("networks").get(0).get("params").asLong());
    }

    @Test
    void aSpaceIsShownCountedAndSampled() throws Exception {
        JsonNode shown = json("space", "show", "squeezenas-small");
        assertEquals(20, shown.get("places").size());
        assertEquals(13, shown.get("decisions").get(0).get("options").size());
        JsonNode count = json("space", "count", "squeezenas-small");
        assertEquals(shown.get("networks"), count.get("networks"));
        assertEquals("19004963774880799438801", count.get("networks").asText());
        JsonNode sample = json("space", "sample", "fbnet", "-n", "3", "--device", "pixel3");
        List<String> lines = nas("space", "sample", "fbnet", "-n", "3", "--device", "pixel3")
                .out()
                .lines()
                .toList();
        for (int i = 0; i < 3; i++) {
            String[] cells = lines.get(i).split("\t");
            assertEquals(cells[0], sample.get(i).get("genotype").asText());
            assertTrue(sample.get(i).toString().contains(cells[1]), lines.get(i));
        }
    }

    @Test
    void aLatencyTableIsShownWithItsChecks() throws Exception {
        JsonNode table = json("latency", "show", TABLE.toString());
        assertEquals("measured", table.get("facts").get("times").asText());
        assertTrue(table.get("blocks").size() > 50);
        assertTrue(table.get("blocks").get(0).get("latency_ms").asDouble() > 0);
        assertTrue(table.get("checks").get("check").get("spearman").asDouble() > 0);
    }

    @Test
    void runsAreListedAndTheMachineIsLookedAt(@TempDir Path folder) throws Exception {
        TinyStudy tiny = TinyStudy.onTable(folder, 2, "type: random-search");
        assertEquals(0, nas(tiny.run(folder.resolve("runs/one"), "--quiet")).code());
        JsonNode runs = json("results", "list", folder.resolve("runs").toString());
        assertEquals(1, runs.size());
        assertEquals("tiny", runs.get(0).get("study").asText());
        assertEquals(4, runs.get(0).get("done").asInt());
        assertFalse(json("doctor").get("engine").asText().contains("NOT WORKING"));
    }
}
