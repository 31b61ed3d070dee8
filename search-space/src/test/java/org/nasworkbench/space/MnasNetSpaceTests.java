package org.nasworkbench.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MnasNetSpaceTests extends NetworkSpaceContract {
    private static final MnasNetSpace SPACE = MnasNetSpace.imageNet();

    @Override
    protected MnasNetSpace space() {
        return SPACE;
    }

    @Override
    protected String size() {
        return "104485552128";
    }

    @Override
    protected Slip slip() {
        return new Slip("1766666 3353553 1223341 1111111", "7", "1");
    }

    /** M. Tan and Q. Le, "EfficientNet", ICML 2019, arXiv 1905.11946, table 2: 5.3 million parameters, 0.39 billion operations. */
    @Test
    void efficientNetB0IsANetworkOfTheSpace() {
        Network network = SPACE.network(SPACE.parse("1666666 3353553 1223341 1111111"));
        assertEquals(5.3, network.parameters() / 1e6, 0.05);
        assertEquals(0.39, network.macs() / 1e9, 0.005);
    }

    @Test
    void digitsAreTheOptionsOfNamedDecisions() {
        Architecture network = SPACE.parse("6466611 3535533 1233242 0000001");
        assertEquals("6466611353553312332420000001", SPACE.print(network));
        assertEquals("e0", SPACE.decisions().get(0).name());
        assertEquals(
                List.of("1", "2", "3", "4"), SPACE.decisions().get(2 * 7 + 5).options());
        assertEquals("se6", SPACE.decisions().get(27).name());
        assertEquals(1, network.choice(27));
    }

    @ParameterizedTest
    @CsvSource({
        "6466611 3535533 4233242 0000001, l0",
        "6466611 3535533 1233242 0000002, se6",
        "6466611 3535533 1233242, 28"
    })
    void aWrongDigitIsNamedByItsDecision(String genotype, String place) {
        String message = assertThrows(IllegalArgumentException.class, () -> SPACE.parse(genotype))
                .getMessage();
        assertTrue(message.contains(place), message);
    }

    @Test
    void expansionOneHasNoExpandingConvolutionAndSqueezingHasTwoNarrowOnes() {
        Network network = SPACE.network(SPACE.parse("1111111 3333333 1111111 0000001"));
        List<String> names = network.layers().stream().map(Layer::name).toList();
        assertTrue(names.stream().noneMatch(name -> name.contains("expand")));
        List<Layer> narrow = network.layers().stream()
                .filter(layer -> layer.name().matches("block\\d\\.0\\.(squeeze|excite)"))
                .toList();
        assertEquals(
                List.of(new Shape(48, 1, 1), new Shape(192, 1, 1)),
                narrow.stream().map(Layer::output).toList());
        assertEquals(
                "multiply",
                network.layers().get(names.indexOf("block6.0.excited")).operation());
    }
}
