package org.nasworkbench.space;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract of search spaces can fail: each of its rules finds the space that breaks it, and none finds fault with a sound one. */
class SearchSpaceContractTests {
    private static final ChainSpace SOUND = SearchSpaces.chain("squeezenas-small", 0.25, 1, 2, new Shape(3, 32, 32));

    /** A sound space but for what a subclass breaks. */
    private static class Broken implements NetworkSpace {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public List<Decision> decisions() {
            return SOUND.decisions();
        }

        @Override
        public String print(Architecture architecture) {
            return SOUND.print(architecture);
        }

        @Override
        public Architecture parse(String genotype) {
            return SOUND.parse(genotype);
        }

        @Override
        public Network network(Architecture architecture) {
            return SOUND.network(architecture);
        }

        @Override
        public Shape input() {
            return SOUND.input();
        }

        @Override
        public int classes() {
            return SOUND.classes();
        }
    }

    /** A rule, and a space that breaks it. */
    private record Breach(String what, Consumer<NetworkSpaceContract> rule, NetworkSpace space) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Breach> breaches() {
        return List.of(
                new Breach("prints another", SearchSpaceContract::printingAndParsingAreInverse, new Broken() {
                    @Override
                    public String print(Architecture architecture) {
                        return super.print(architecture.with(0, 0));
                    }
                }),
                new Breach(
                        "is never canonical",
                        SearchSpaceContract::theCanonicalFormIsItsOwnAndHasAGenotype,
                        new Broken() {
                            @Override
                            public Architecture canonical(Architecture architecture) {
                                return architecture.with(0, (architecture.choice(0) + 1) % 13);
                            }
                        }),
                new Breach("never skips", SearchSpaceContract::drawsBelongToTheSpaceAndReachEveryOption, new Broken() {
                    @Override
                    public Architecture sample(RandomGenerator random) {
                        Architecture drawn = super.sample(random);
                        return drawn.choice(0) == 12 ? drawn.with(0, 0) : drawn;
                    }
                }),
                new Breach("draws the same", SearchSpaceContract::aDrawFollowsFromItsGenerator, new Broken() {
                    @Override
                    public Architecture sample(RandomGenerator random) {
                        return Architecture.of(0, 0, 0, 0, 0);
                    }
                }),
                new Breach(
                        "says another size",
                        SearchSpaceContract::theSizeIsThePublishedOneAndNoLargerThanTheDecisionsAllow,
                        new Broken() {
                            @Override
                            public BigInteger size() {
                                return BigInteger.TEN;
                            }
                        }),
                new Breach(
                        "says that something is wrong",
                        SearchSpaceContract::aWrongWordIsAnsweredWithItselfAndTheNearestOption,
                        new Broken() {
                            @Override
                            public Architecture parse(String genotype) {
                                throw new IllegalArgumentException("something is wrong");
                            }
                        }),
                new Breach("reads a part", SearchSpaceContract::aGenotypeThatIsTooLongOrEmptyIsRefused, new Broken() {
                    @Override
                    public Architecture parse(String genotype) {
                        return Architecture.of(0, 0, 0, 0, 0);
                    }
                }),
                new Breach(
                        "takes anything",
                        SearchSpaceContract::anArchitectureOfAnotherSpaceIsRefusedByEveryDoor,
                        new Broken() {
                            @Override
                            public Architecture canonical(Architecture architecture) {
                                return architecture;
                            }
                        }),
                new Breach("has one name", SearchSpaceContract::decisionsHaveNamesOfTheirOwn, new Broken() {
                    @Override
                    public List<Decision> decisions() {
                        return super.decisions().stream()
                                .map(decision -> new Decision("block", decision.options()))
                                .toList();
                    }
                }),
                new Breach(
                        "sees another image", NetworkSpaceContract::networksGoFromTheImageToTheClasses, new Broken() {
                            @Override
                            public Shape input() {
                                return new Shape(3, 64, 64);
                            }
                        }),
                new Breach(
                        "names its layers alike",
                        NetworkSpaceContract::layersHaveNamesOfTheirOwnAndTakeWhatIsBeforeThem,
                        new Broken() {
                            @Override
                            public Network network(Architecture architecture) {
                                List<Layer> layers = SOUND.network(architecture).layers();
                                return new Network(List.of(layers.get(0), layers.get(1), layers.get(1)));
                            }
                        }),
                new Breach(
                        "merges different networks",
                        NetworkSpaceContract::anArchitectureAndItsCanonicalFormHaveTheSameMacsAndParameters,
                        new Broken() {
                            @Override
                            public Architecture canonical(Architecture architecture) {
                                return architecture.with(0, 0);
                            }
                        }),
                new Breach(
                        "writes down strangers",
                        NetworkSpaceContract::anArchitectureOfAnotherSpaceHasNoNetwork,
                        new Broken() {
                            @Override
                            public Network network(Architecture architecture) {
                                return SOUND.network(Architecture.of(0, 0, 0, 0, 0));
                            }
                        }));
    }

    private static NetworkSpaceContract contract(NetworkSpace space) {
        return new NetworkSpaceContract() {
            @Override
            protected NetworkSpace space() {
                return space;
            }

            @Override
            protected String size() {
                return "371293";
            }

            @Override
            protected Slip slip() {
                return new Slip("k3_e1 k3_e1 k3_e1 k3_e1 skp", "skp", "skip");
            }
        };
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void everyRuleFindsTheSpaceThatBreaksIt(Breach breach) {
        assertThrows(AssertionError.class, () -> breach.rule().accept(contract(breach.space())));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void noRuleFindsFaultWithASoundSpace(Breach breach) {
        assertDoesNotThrow(() -> breach.rule().accept(contract(SOUND)));
    }
}
