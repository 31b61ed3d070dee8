package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyTimeCommandTests {
    @Test
    void publishedNetworksAreTimedSideBySide() throws Exception {
        Ended ended = nas(
                "latency",
                "time",
                "squeezenet-1.1",
                "mobilenet-v2",
                "--input",
                "3x64x64",
                "--rounds",
                "2",
                "--repeats",
                "2",
                "--drift",
                "1000",
                "--json");
        assertEquals(0, ended.code(), ended.err());
        JsonNode result = new ObjectMapper().readTree(ended.out());
        assertEquals("measured", result.get("times").asText());
        assertTrue(result.get("runtime").asText().contains("PyTorch"));
        List<String> names = result.get("networks").findValuesAsText("network");
        assertEquals(List.of("squeezenet-1.1", "mobilenet-v2"), names);
        for (JsonNode network : result.get("networks")) {
            assertEquals("3x64x64", network.get("input").asText());
            assertTrue(network.get("ms").asDouble() > 0);
            assertTrue(
                    network.get("ms_low").asDouble() <= network.get("ms_high").asDouble());
            assertEquals(4, network.get("runs").asInt());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mobilenet-2, did you mean 'mobilenet-v2'?",
        "alexnet --platform this-cpu-dlj, did you mean 'this-cpu-djl'?",
        "alexnet --rounds 0, rounds must be at least 1",
        "alexnet --input 3x32x32, must fit into the padded input"
    })
    void aWrongRequestIsRefusedBeforeAnythingIsMeasured(String arguments, String message) {
        Ended ended = nas(("latency time " + arguments).split(" "));
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains(message), ended.err());
    }
}
