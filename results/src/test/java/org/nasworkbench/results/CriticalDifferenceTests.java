package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CriticalDifferenceTests {
    /**
     * Demšar 2006, table 6: areas under the curve of C4.5 and three variants on 14 data sets. The article prints 0.975 for two of them
     * on "voting" and gives them ranks 2 and 3, so one is a little larger here.
     */
    private static Map<String, Sample> demsar() {
        Map<String, Sample> scores = new LinkedHashMap<>();
        scores.put("C4.5", Sample.of(.763, .599, .954, .628, .882, .936, .661, .583, .775, 1, .940, .619, .972, .957));
        scores.put(
                "C4.5+m", Sample.of(.768, .591, .971, .661, .888, .931, .668, .583, .838, 1, .962, .666, .981, .978));
        scores.put(
                "C4.5+cf", Sample.of(.771, .590, .968, .654, .886, .916, .609, .563, .866, 1, .965, .614, .9751, .946));
        scores.put(
                "C4.5+m+cf",
                Sample.of(.798, .569, .967, .657, .898, .931, .685, .625, .875, 1, .962, .669, .975, .970));
        return scores;
    }

    @Test
    void ranksAndTestsAreThoseOfDemsarsArticle() {
        CriticalDifference difference = CriticalDifference.of(demsar());
        assertEquals(
                List.of("C4.5+m+cf", "C4.5+m", "C4.5+cf", "C4.5"),
                difference.methods().stream()
                        .map(CriticalDifference.Method::name)
                        .toList());
        double[] ranks = {1.964, 2.000, 2.893, 3.143};
        for (int i = 0; i < ranks.length; i++) {
            assertEquals(ranks[i], difference.methods().get(i).averageRank(), 0.0005);
        }
        assertEquals(14, difference.blocks());
        assertEquals(9.28, difference.friedman().chiSquare(), 0.005);
        assertEquals(3.69, difference.friedman().f(), 0.005);
        assertEquals(1.25, difference.nemenyi(), 0.005);
    }

    @Test
    void probabilitiesAgreeWithSciPy() {
        CriticalDifference difference = CriticalDifference.of(demsar());
        assertEquals(0.02580749670706326, difference.friedman().chiSquareP(), 1e-9, "chi2.sf(9.27857, 3)");
        assertEquals(0.01982300619224915, difference.friedman().fP(), 1e-9, "f.sf(3.68631, 3, 39)");
    }

    @ParameterizedTest(name = "{0} methods: {1}")
    @CsvSource({
        "2, 1.960",
        "3, 2.343",
        "4, 2.569",
        "5, 2.728",
        "6, 2.850",
        "7, 2.949",
        "8, 3.031",
        "9, 3.102",
        "10, 3.164"
    })
    void nemenyisCriticalValuesAreThoseOfDemsarsTable(int methods, double critical) {
        assertEquals(critical, StudentizedRange.quantile(methods, 0.05) / Math.sqrt(2), 0.001);
    }

    /** Friedman's test says that the four differ; which ones, neither Nemenyi's test nor Wilcoxon's with Holm's correction can tell. */
    @Test
    void whatIsNotToldApartIsOneClique() {
        CriticalDifference difference = CriticalDifference.of(demsar());
        assertTrue(difference.friedman().fP() < 0.05);
        assertEquals(6, difference.verdicts().size());
        assertTrue(difference.verdicts().stream().noneMatch(CriticalDifference.Verdict::apart));
        assertEquals(List.of(List.of("C4.5+m+cf", "C4.5+m", "C4.5+cf", "C4.5")), difference.cliques());
    }

    /** Each method is a bit worse than the one before: mostly neighbours are not told apart and others are, so that cliques overlap. */
    @Test
    void twoMethodsShareACliqueExactlyIfTheyAreNotToldApart() {
        Random random = new Random(1);
        int apart = 0;
        int overlapping = 0;
        for (int round = 0; round < 20; round++) {
            CriticalDifference difference = CriticalDifference.of(ladder(random));
            for (CriticalDifference.Verdict pair : difference.verdicts()) {
                boolean together = difference.cliques().stream()
                        .anyMatch(clique -> clique.contains(pair.first()) && clique.contains(pair.second()));
                assertEquals(!pair.apart(), together, pair.toString());
                apart += pair.apart() ? 1 : 0;
            }
            for (List<String> clique : difference.cliques()) {
                assertTrue(clique.size() > 1);
                assertTrue(
                        difference.cliques().stream().noneMatch(other -> other != clique && other.containsAll(clique)));
                assertTrue(difference.verdicts().stream()
                        .filter(pair -> clique.contains(pair.first()) && clique.contains(pair.second()))
                        .noneMatch(CriticalDifference.Verdict::apart));
            }
            overlapping += difference.cliques().size() > 1 ? 1 : 0;
        }
        assertTrue(apart > 20 && apart < 100, apart + " of 120 pairs");
        assertTrue(overlapping > 5, overlapping + " of 20");
    }

    private static Map<String, Sample> ladder(Random random) {
        Map<String, Sample> scores = new LinkedHashMap<>();
        for (String name : List.of("d", "b", "a", "c")) {
            double shift = 0.4 * ('d' - name.charAt(0));
            scores.put(
                    name,
                    Sample.of(random.doubles(25)
                            .map(ignored -> shift + random.nextGaussian())
                            .toArray()));
        }
        return scores;
    }

    @Test
    void methodsThatAllBlocksRankAlikeAreAllToldApart() {
        double[] up = IntStream.range(0, 12).mapToDouble(i -> i).toArray();
        CriticalDifference difference = CriticalDifference.of(Map.of(
                "low",
                Sample.of(up),
                "high",
                Sample.of(Arrays.stream(up).map(x -> 1.5 * x + 2).toArray())));
        assertEquals(List.of(), difference.cliques());
        assertEquals(12, difference.friedman().chiSquare(), 1e-9);
        assertEquals(Double.POSITIVE_INFINITY, difference.friedman().f());
        assertEquals(0, difference.friedman().fP());
        assertEquals(2 / 4096.0, difference.verdicts().get(0).correctedP(), 1e-12, "exact: all of 12 signs alike");
    }

    @Test
    void equalMethodsShareTheirRank() {
        Sample same = Sample.of(1, 2, 3, 4, 5, 6);
        CriticalDifference difference = CriticalDifference.of(Map.of("a", same, "b", same));
        assertEquals(1.5, difference.methods().get(0).averageRank());
        assertEquals(0, difference.friedman().chiSquare());
        assertEquals(1, difference.friedman().fP());
        assertEquals(1, difference.verdicts().get(0).correctedP());
    }

    @Test
    void everyMethodNeedsEveryBlock() {
        assertThrows(
                IllegalArgumentException.class,
                () -> CriticalDifference.of(Map.of("a", Sample.of(1, 2, 3), "b", Sample.of(1, 2))));
        assertThrows(IllegalArgumentException.class, () -> CriticalDifference.of(Map.of("a", Sample.of(1, 2, 3))));
    }
}
