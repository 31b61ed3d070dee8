package org.nasworkbench.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FbnetSpaceTests extends NetworkSpaceContract {
    private static final FbnetSpace SPACE = FbnetSpace.cifar100();

    @Override
    protected FbnetSpace space() {
        return SPACE;
    }

    @Override
    protected String size() {
        return "984770902183611232881";
    }

    @Override
    protected Slip slip() {
        return new Slip("k3_e1 k3_e1_g3", "k3_e1_g3", "k3_e1_g2");
    }

    /**
     * The 198 rows of the published layer table. The geometry is that of github.com/GATECH-EIC/HW-NAS-Bench (MIT licence),
     * hw_nas_bench_api/fbnet_models; MACs and parameters were computed from it apart from this code.
     */
    @Test
    void everyOptionAtEveryBlockHasTheMacsAndParametersOfTheLayerTable() throws IOException {
        List<String> rows;
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                FbnetSpaceTests.class.getResourceAsStream("fbnet-blocks-cifar100.csv"), StandardCharsets.UTF_8))) {
            rows = table.lines().skip(1).toList();
        }
        assertEquals(198, rows.size());
        for (String row : rows) {
            String[] cells = row.split(",");
            BlockPlace place = SPACE.places().get(Integer.parseInt(cells[0]));
            BlockOption option = SPACE.options().get(Integer.parseInt(cells[5]));
            Network block = SPACE.block(place, option);
            assertEquals(
                    row,
                    String.join(
                            ",",
                            cells[0],
                            place.input().height() + "," + place.input().channels(),
                            place.outChannels() + "," + place.stride(),
                            cells[5],
                            option.name(),
                            block.macs() + "," + block.parameters()));
            assertEquals(place.output(), block.output());
        }
    }

    /**
     * Two networks of the data of github.com/HayeonLee/HELP (MIT licence) with their totals. What is not in the blocks is the same
     * for all: stem 442,368, last convolution 8,470,528 and classifier 150,400 MACs; 464, 532,416 and 150,500 parameters.
     */
    @ParameterizedTest
    @CsvSource({"7818488874147327324245, 67.6054, 1.7905", "5355047552024513726040, 61.5643, 1.69557"})
    void wholeNetworksHaveThePublishedTotals(String digits, double megaMacs, double megaParameters) {
        Network network = SPACE.network(SPACE.parse(digits));
        assertEquals(megaMacs, network.macs() / 1e6, 5e-5);
        assertEquals(megaParameters, network.parameters() / 1e6, 5e-6);
        List<Layer> layers = network.layers();
        assertEquals(
                442_368 + 8_470_528 + 150_400,
                layers.stream()
                        .filter(layer -> !layer.name().startsWith("block"))
                        .mapToLong(Layer::macs)
                        .sum());
    }

    @Test
    void digitsAndWordsMeanTheSameNetworkWithBarsOrWithout() {
        String words =
                "k3_e1 skip k3_e6 k5_e1_g2 k3_e1_g2 k5_e6 skip skip skip k3_e3 k5_e3 k5_e1 skip k5_e6 k5_e6 k5_e6 k5_e6"
                        + " k3_e1 k3_e1 k3_e1 k3_e1 skip";
        assertEquals(SPACE.parse("0835178882648777700008"), SPACE.parse(words));
        assertEquals(words, SPACE.print(SPACE.parse("0835178882648777700008")));
        assertEquals(
                SPACE.parse(words),
                SPACE.parse("k3_e1 | skip k3_e6 k5_e1_g2 k3_e1_g2 | k5_e6 skip skip skip | k3_e3 k5_e3 k5_e1 skip"
                        + " | k5_e6 k5_e6 k5_e6 k5_e6 | k3_e1 k3_e1 k3_e1 k3_e1 | skip"));
        assertThrows(IllegalArgumentException.class, () -> SPACE.parse("083517888264877770000"));
        assertThrows(IllegalArgumentException.class, () -> SPACE.parse("0835178882648777700009"));
    }

    @Test
    void groupsAreShuffledBehindTheExpansion() {
        Network block = SPACE.block(SPACE.places().get(0), SPACE.options().get(1));
        assertEquals(
                List.of("expand.relu", "shuffle", "depthwise"),
                block.layers().subList(3, 6).stream().map(Layer::name).toList());
    }
}
