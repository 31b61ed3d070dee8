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
import org.nasworkbench.space.reference.ReferenceNetworks;

class SpaceCommandTests {
    static List<String> names() {
        return KnownSpaces.names();
    }

    @Test
    void theListNamesEverySpaceThenEveryPublishedNetworkWithItsCounts() {
        List<String> lines = nas("space", "list").out().lines().toList();
        int spaces = names().size();
        assertEquals(names(), lines.subList(0, spaces));
        List<String> networks = lines.subList(spaces + 2, lines.size());
        assertEquals(
                ReferenceNetworks.names(),
                networks.stream().map(line -> line.split(" ")[0]).toList());
        assertTrue(
                networks.get(0).matches("alexnet +2012 +3x224x224 +61,100,840 +714,188,480 .*NIPS.*"), networks.get(0));
    }

    @Test
    void aPublishedNetworkIsDescribedByItsNameAlone() throws Exception {
        JsonNode description = new ObjectMapper()
                .readTree(nas("space", "describe", "squeezenet-1.1", "--json").out());
        assertEquals("squeezenet-1.1", description.get("network").asText());
        assertEquals(1_235_496, description.get("params").asLong());
        assertEquals(349_151_936, description.get("macs").asLong());
        JsonNode pool = description.get("layers").get(3);
        assertEquals("fire2.pool", pool.get("name").asText());
        assertEquals("maxpool", pool.get("operation").asText());
        assertEquals("64x55x55", pool.get("output").asText());
        assertTrue(nas("space", "describe", "squeezenet-1.1", "--input", "3x32x48", "--classes", "10")
                .out()
                .contains("-> 10x1x1"));
    }

    @ParameterizedTest
    @CsvSource({
        "alexnet k3_e1, alexnet was followed by k3_e1",
        "alexnet --device pixel3, alexnet was followed by a latency",
        "alexnet --width 0.5, width and blocks must be left out for alexnet",
        "fbnet, 'a genotype must follow the space fbnet'",
        "alexne, 'alexne'"
    })
    void whatMakesNoSenseForADescriptionIsSaid(String arguments, String message) {
        Ended ended = nas(("space describe " + arguments).split(" "));
        assertEquals(2, ended.code());
        assertTrue(ended.err().contains(message), ended.err());
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
        assertTrue(nas("space", "sample", "transnas-micro", "--device", "pixel3")
                .err()
                .contains("[fbnet, mnasnet, nb201]"));
        assertEquals(
                2,
                nas("space", "describe", "fbnet", digits, "--device", "a", "--latency", "b")
                        .code());
    }

    @Test
    void theLatencyOfACellIsToldAsItWasRecorded() throws Exception {
        JsonNode description = new ObjectMapper()
                .readTree(nas("space", "describe", "nb201", "421211", "--device", "raspi4", "--json")
                        .out());
        assertEquals(10.482, description.get("latency_ms").asDouble());
        assertTrue(nas("space", "show", "nb201").out().contains("devices of --device: 1080ti_1 "));
        assertTrue(nas("space", "sample", "nb201", "-n", "1", "--device", "raspi4")
                .out()
                .matches("\\|.*\\|\t\\d+\\.\\d+\\R"));
    }

    @Test
    void aLatencyTableIsMeasuredForChainsOnly() {
        Ended ended = nas("latency", "build", "nb201");
        assertEquals(2, ended.code());
        assertFalse(ended.err().isEmpty());
    }
}
