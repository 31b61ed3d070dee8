package org.nasworkbench.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainSpaceTests {
    static Stream<ChainSpace> spaces() {
        return SearchSpaces.names().stream()
                .flatMap(name -> Stream.of(
                        SearchSpaces.chain(name, 1, 4, 19, new Shape(3, 128, 256)),
                        SearchSpaces.chain(name, 0.5, 3, 11, new Shape(3, 90, 120)),
                        SearchSpaces.chain(name, 0.25, 1, 2, new Shape(3, 33, 47))));
    }

    /** The contract, for one of the skeletons. */
    private abstract static class Contract extends NetworkSpaceContract {
        private final ChainSpace space;

        Contract(String name) {
            space = SearchSpaces.chain(name, 0.5, 4, 19, new Shape(3, 64, 128));
        }

        @Override
        protected ChainSpace space() {
            return space;
        }

        @Override
        protected Slip slip() {
            return new Slip("k3_e1 k3d2_e4", "k3d2_e4", "k3d2_e1");
        }
    }

    @Nested
    class Small extends Contract {
        Small() {
            super("squeezenas-small");
        }

        @Override
        protected String size() {
            return "19004963774880799438801";
        }
    }

    @Nested
    class Large extends Contract {
        Large() {
            super("squeezenas-large");
        }

        @Override
        protected String size() {
            return "3211838877954855105157369";
        }
    }

    @Nested
    class Xlarge extends Contract {
        Xlarge() {
            super("squeezenas-xlarge");
        }

        @Override
        protected String size() {
            return "3211838877954855105157369";
        }
    }

    @Nested
    class Fbnet extends Contract {
        Fbnet() {
            super("fbnet-segmentation");
        }

        @Override
        protected String size() {
            return "984770902183611232881";
        }

        @Override
        protected Slip slip() {
            return new Slip("k3_e1 k3d2_e1", "k3d2_e1", "k3_e1");
        }
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void networksEndInClassScoresAtTheImageSize(ChainSpace space) {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 50; i++) {
            Network network = space.network(space.sample(random));
            assertEquals(
                    new Shape(
                            space.classes(),
                            space.input().height(),
                            space.input().width()),
                    network.output());
        }
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void aNetworkIsItsStemItsBlocksAndItsHead(ChainSpace space) {
        SplittableRandom random = new SplittableRandom(3);
        List<BlockPlace> places = space.places();
        for (int i = 0; i < 50; i++) {
            Architecture architecture = space.sample(random);
            long macs = space.stem().macs() + space.head().macs();
            long parameters = space.stem().parameters() + space.head().parameters();
            for (int b = 0; b < places.size(); b++) {
                BlockOption option = space.options().get(architecture.choice(b));
                Network block = space.block(places.get(b), option);
                assertEquals(places.get(b).output(), block.output());
                assertEquals(block.macs(), space.option(places.get(b), option).macs());
                macs += block.macs();
                parameters += block.parameters();
            }
            assertEquals(macs, space.network(architecture).macs());
            assertEquals(parameters, space.network(architecture).parameters());
        }
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void theCanonicalFormIsStableAndComputesTheSameLayers(ChainSpace space) {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 200; i++) {
            Architecture architecture = space.sample(random);
            Architecture canonical = space.canonical(architecture);
            assertEquals(canonical, space.canonical(canonical));
            assertEquals(kinds(space.network(architecture)), kinds(space.network(canonical)));
        }
    }

    @Test
    void skipsBesideAnIdentityChangePlacesFreely() {
        ChainSpace space = SearchSpaces.chain("squeezenas-small", 1, 2, 19, new Shape(3, 64, 64));
        String rest = " | k3_e1 k3_e1 | k3_e1 k3_e1 | k3_e1 k3_e1 | skip k5_e6";
        ChainSpace three = SearchSpaces.chain("squeezenas-small", 1, 3, 19, new Shape(3, 64, 64));
        assertEquals(
                "skip k5_e1 skip",
                three.print(
                                three.canonical(
                                        three.parse(
                                                "skip skip k5_e1 | k3_e1 k3_e1 k3_e1 | k3_e1 k3_e1 k3_e1 | k3_e1 k3_e1 k3_e1 | k3_e1 k3_e1 k3_e1")))
                        .split(" \\| ")[0]);
        Architecture kept = space.parse("skip k3_e1" + rest);
        assertEquals(
                kept, space.canonical(kept), "a skip that reduces resolution or changes channels stays where it is");
    }

    @Test
    void aWrongWordNamesItsPlaceAndTheNearestOption() {
        ChainSpace space = SearchSpaces.chain("squeezenas-small", 1, 1, 19, new Shape(3, 64, 64));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> space.parse("k3_e1 | k3_e1 | k3_e1_g3 | k3_e1 | skip"))
                .getMessage();
        assertTrue(message.contains("block 2") && message.contains("did you mean 'k3_e1_g2'"), message);
        assertThrows(IllegalArgumentException.class, () -> space.parse("k3_e1 k3_e1 | k3_e1 | k3_e1 | skip"));
        assertThrows(IllegalArgumentException.class, () -> space.parse("k3_e1 k3_e1"));
    }

    @Test
    void thePublishedSpaceHasThirteenToTheTwentyNetworks() {
        ChainSpace space = SearchSpaces.chain("squeezenas-small", 1, 4, 19, new Shape(3, 1024, 2048));
        assertEquals(BigInteger.valueOf(13).pow(20), space.size());
        assertEquals(7, space.tapBlock());
    }

    private static List<LayerKind> kinds(Network network) {
        return network.layers().stream().map(Layer::kind).toList();
    }
}
