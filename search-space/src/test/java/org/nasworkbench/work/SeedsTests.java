package org.nasworkbench.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeedsTests {
    /** Golden values, worked out apart from Java: first 8 bytes of SHA-256 of the seed (big-endian) and the parts, a 0 byte behind each. */
    @Test
    void seedsAreTheSameOnEveryMachineForEver() {
        assertEquals(-4537730954783170238L, Seeds.derive(7, "training", "k3_e1"));
        assertEquals(-4690454750511100678L, Seeds.derive(7, "order", 3));
        assertEquals(1343108722416799325L, Seeds.derive(-1));
        assertEquals(-8298826926071453489L, Seeds.derive(0, "ä"));
    }

    /** Golden values, worked out apart from Java: SplitMix64 (Steele, Lea, Flood 2014) from the derived seed. */
    @Test
    void generatorsAreTheSameOnEveryMachineForEver() {
        assertEquals(7501707882760843853L, Seeds.random(7, "training", "k3_e1").nextLong());
        assertEquals(2127387537268149504L, Seeds.random(-1).nextLong());
    }

    @Test
    void everyPartOfTheNameMatters() {
        Set<Long> seeds = new HashSet<>();
        seeds.add(Seeds.derive(1, "ab", "c"));
        seeds.add(Seeds.derive(1, "a", "bc"));
        seeds.add(Seeds.derive(1, "abc"));
        seeds.add(Seeds.derive(1, "c", "ab"));
        seeds.add(Seeds.derive(1, "ab", "c", ""));
        seeds.add(Seeds.derive(2, "ab", "c"));
        assertEquals(6, seeds.size());
        assertEquals(Seeds.derive(1, "step", "12"), Seeds.derive(1, "step", 12), "numbers count by their text");
    }

    /** By chance it would fail with a probability below 1e-10. */
    @Test
    void manySeedsDifferAndNoneIsZero() {
        Set<Long> seeds = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            seeds.add(Seeds.derive(3, "trial", i));
        }
        assertEquals(20_000, seeds.size());
        assertFalse(seeds.contains(0L));
    }

    @Test
    void generatorsOfDifferentPurposesRunApart() {
        assertNotEquals(
                Seeds.random(7, "order").doubles(5).boxed().toList(),
                Seeds.random(7, "flips").doubles(5).boxed().toList());
    }
}
