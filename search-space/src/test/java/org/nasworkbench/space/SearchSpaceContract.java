package org.nasworkbench.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every search space keeps. */
public abstract class SearchSpaceContract {
    /** A decision of 13 options leaves one out in so many draws about once in 10^17. */
    private static final int DRAWS = 500;

    /** The space under test. */
    protected abstract SearchSpace space();

    /** The number of architectures, from the source of the space. */
    protected abstract String size();

    /** A genotype with a wrong word. */
    protected abstract Slip slip();

    /**
     * A genotype with a wrong word.
     *
     * @param nearest the option that is meant
     */
    public record Slip(String genotype, String wrong, String nearest) {}

    /** Architectures to look at; a space that is small gives all. */
    protected Stream<Architecture> architectures() {
        SplittableRandom random = new SplittableRandom(1);
        return Stream.generate(() -> space().sample(random)).limit(DRAWS);
    }

    @Test
    void printingAndParsingAreInverse() {
        architectures().forEach(architecture -> assertEquals(architecture, space().parse(space().print(architecture))));
    }

    @Test
    void theCanonicalFormIsItsOwnAndHasAGenotype() {
        architectures().forEach(architecture -> {
            Architecture canonical = space().canonical(architecture);
            assertSame(canonical, space().check(canonical));
            assertEquals(canonical, space().canonical(canonical));
            assertEquals(canonical, space().parse(space().print(canonical)));
        });
    }

    @Test
    void drawsBelongToTheSpaceAndReachEveryOption() {
        List<Decision> decisions = space().decisions();
        List<TreeSet<Integer>> seen =
                decisions.stream().map(decision -> new TreeSet<Integer>()).toList();
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < DRAWS; i++) {
            Architecture drawn = space().check(space().sample(random));
            for (int d = 0; d < decisions.size(); d++) {
                seen.get(d).add(drawn.choice(d));
            }
        }
        assertEquals(
                decisions.stream()
                        .map(decision ->
                                IntStream.range(0, decision.size()).boxed().toList())
                        .toList(),
                seen.stream().map(List::copyOf).toList());
    }

    @Test
    void aDrawFollowsFromItsGenerator() {
        SplittableRandom one = new SplittableRandom(3);
        SplittableRandom other = new SplittableRandom(3);
        List<Architecture> drawn =
                Stream.generate(() -> space().sample(one)).limit(20).toList();
        drawn.forEach(architecture -> assertEquals(architecture, space().sample(other)));
        assertTrue(new TreeSet<>(drawn.stream().map(Architecture::toString).toList()).size() > 1);
    }

    @Test
    void theSizeIsThePublishedOneAndNoLargerThanTheDecisionsAllow() {
        BigInteger all = space().decisions().stream()
                .map(decision -> BigInteger.valueOf(decision.size()))
                .reduce(BigInteger.ONE, BigInteger::multiply);
        assertEquals(new BigInteger(size()), space().size());
        assertTrue(space().size().compareTo(all) <= 0);
    }

    @Test
    void aWrongWordIsAnsweredWithItselfAndTheNearestOption() {
        String message = assertThrows(IllegalArgumentException.class, () -> space().parse(slip().genotype()))
                .getMessage();
        assertTrue(message.contains("'" + slip().wrong() + "'"), message);
        assertTrue(message.contains("did you mean '" + slip().nearest() + "'?"), message);
    }

    @Test
    void aGenotypeThatIsTooLongOrEmptyIsRefused() {
        architectures().limit(1).forEach(architecture -> {
            String genotype = space().print(architecture);
            assertThrows(IllegalArgumentException.class, () -> space().parse(genotype + " " + genotype));
            assertThrows(IllegalArgumentException.class, () -> space().parse(""));
        });
    }

    @Test
    void anArchitectureOfAnotherSpaceIsRefusedByEveryDoor() {
        List<Decision> decisions = space().decisions();
        int[] high = new int[decisions.size()];
        Arrays.setAll(high, i -> decisions.get(i).size());
        for (Architecture stranger : List.of(Architecture.of(high), Architecture.of(new int[decisions.size() + 1]))) {
            assertThrows(IllegalArgumentException.class, () -> space().check(stranger));
            assertThrows(IllegalArgumentException.class, () -> space().print(stranger));
            assertThrows(IllegalArgumentException.class, () -> space().canonical(stranger));
        }
    }

    @Test
    void decisionsHaveNamesOfTheirOwn() {
        List<String> names = space().decisions().stream().map(Decision::name).toList();
        assertNotEquals(List.of(), names);
        assertEquals(names, names.stream().distinct().toList());
    }
}
