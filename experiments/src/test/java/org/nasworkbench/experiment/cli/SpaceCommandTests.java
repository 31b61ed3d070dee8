package org.nasworkbench.experiment.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.experiment.cli.Ended.nas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.NetworkSpace;

class SpaceCommandTests {
    static List<String> names() {
        return KnownSpaces.names();
    }

    @Test
    void theListNamesEverySpace() {
        assertEquals(names(), nas("space", "list").out().lines().toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everySpaceIsShownCountedAndDrawnFrom(String name) {
        assertTrue(nas("space", "show", name).out().startsWith(name + ": "));
        String size = KnownSpaces.space(name, KnownSpaces.Changes.NONE).size().toString();
        assertEquals(size, nas("space", "count", name).out().strip());
        List<String> drawn =
                nas("space", "sample", name, "-n", "3").out().lines().toList();
        assertEquals(3, drawn.size());
        assertEquals(
                drawn, nas("space", "sample", name, "-n", "3").out().lines().toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void aDrawnNetworkIsDescribedWithLayersThatSumUpToItsMacsOrWithANoteThatTheyAreNotKnown(String name)
            throws Exception {
        String drawn = nas("space", "sample", name, "-n", "1").out().strip();
        Ended ended = nas("space", "describe", name, drawn, "--json");
        assertEquals(0, ended.code(), ended.err());
        JsonNode description = new ObjectMapper().readTree(ended.out());
        assertEquals(drawn, description.get("genotype").asText());
        assertTrue(description.has("canonical"));
        boolean known = KnownSpaces.space(name, KnownSpaces.Changes.NONE) instanceof NetworkSpace;
        assertEquals(known, description.has("layers"));
        assertEquals(!known, description.has("note"));
        for (String sum : known ? List.of("macs", "params") : List.<String>of()) {
            long total = 0;
            for (JsonNode layer : description.get("layers")) {
                total += layer.get(sum).asLong();
            }
            assertEquals(total, description.get(sum).asLong(), sum);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fbnet, --width, 0.5, channels are fixed",
        "mnasnet, --blocks, 3, number of blocks",
        "nb201, --width, 0.5, channels are fixed",
        "nb201, --blocks, 2, number of blocks",
        "transnas-micro, --input, 3x64x64, not known",
        "transnas-micro, --classes, 10, not known"
    })
    void anOptionThatMakesNoSenseForASpaceIsRefused(String space, String option, String value, String why) {
        Ended ended = nas("space", "show", space, option, value);
        assertEquals(2, ended.code());
        assertTrue(ended.err().startsWith(option.substring(2) + " must be left out for " + space), ended.err());
        assertTrue(ended.err().contains(why) && ended.err().contains(value), ended.err());
    }

    @Test
    void anUnknownSpaceIsAnsweredWithTheNearestName() {
        Ended ended = nas("space", "show", "squeezenas-smal");
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains("did you mean 'squeezenas-small'?"), ended.err());
    }

    @Test
    void theLatencyOfAnFbnetIsToldByDevice() throws Exception {
        String digits = "7818488874147327324245";
        JsonNode description = new ObjectMapper()
                .readTree(nas("space", "describe", "fbnet", digits, "--device", "pixel3", "--json")
                        .out());
        assertEquals(17.5577, description.get("latency_ms").asDouble(), 0.002);
        assertTrue(nas("space", "describe", "fbnet", digits, "--device", "pixle3")
                .err()
                .contains("'pixel3'"));
        assertTrue(nas("space", "describe", "nb201", "000000", "--device", "pixel3")
                .err()
                .contains("fbnet only"));
        assertEquals(
                2,
                nas("space", "describe", "fbnet", digits, "--device", "a", "--latency", "b")
                        .code());
    }

    @Test
    void aLatencyTableIsMeasuredForChainsOnly() {
        Ended ended = nas("latency", "build", "nb201");
        assertEquals(2, ended.code());
        assertFalse(ended.err().isEmpty());
    }
}
