package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nasworkbench.results.IncumbentTests.curve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IncumbentBandTests {
    private static IncumbentBand band(List<Incumbent> curves, Centre centre) {
        return IncumbentBand.over(curves, centre, new Random(17));
    }

    /** Runs of random search with so many trials, each of another length. */
    private static List<Incumbent> searches(int runs, int trials, Random random) {
        return Stream.generate(() -> {
                    List<Incumbent.Step> steps = new ArrayList<>();
                    double spent = 0;
                    double best = 0;
                    for (int trial = 0; trial < trials; trial++) {
                        spent += 50 + 100 * random.nextDouble();
                        double value = 1 + Math.log(random.nextDouble());
                        if (steps.isEmpty() || value > best) {
                            best = value;
                            steps.add(new Incumbent.Step(spent, best));
                        }
                    }
                    return new Incumbent(steps, spent);
                })
                .limit(runs)
                .toList();
    }

    @Test
    void theBandStandsWhereEverySeedHasBegunAndNoneHasEnded() {
        List<Incumbent> curves = List.of(curve(40, 10, 0.3, 30, 0.6), curve(35, 12, 0.1), curve(50, 5, 0.2, 45, 0.9));
        IncumbentBand band = band(curves, Centre.MEDIAN);
        assertEquals(
                new IncumbentBand(
                        List.of(
                                new IncumbentBand.Point(12, 0.2, 0.1, 0.3),
                                new IncumbentBand.Point(30, 0.2, 0.1, 0.6),
                                new IncumbentBand.Point(35, 0.2, 0.1, 0.6)),
                        3,
                        Centre.MEDIAN,
                        OptionalDouble.empty()),
                band);
        assertEquals("least to largest of 3 runs", band.words());
        assertEquals(Optional.empty(), band.at(11.9));
        assertEquals(Optional.of(band.points().get(0)), band.at(12));
        assertEquals(Optional.of(band.points().get(0)), band.at(29.9));
        assertEquals(Optional.of(band.points().get(2)), band.at(35));
        assertEquals(Optional.empty(), band.at(35.1));
        assertEquals(0.3, band(curves, Centre.MEAN).at(30).orElseThrow().centre(), 1e-12);
    }

    @Test
    void seedsThatNeverOverlapHaveNoBand() {
        for (Centre centre : Centre.values()) {
            assertEquals(
                    List.of(),
                    band(List.of(curve(10, 1, 0.5), curve(40, 20, 0.5)), centre).points());
            assertEquals(
                    List.of(),
                    band(List.of(curve(10, 1, 0.5), curve(10)), centre).points());
            assertEquals(List.of(), band(List.of(), centre).points());
        }
    }

    /** 10 runs: P(Bin(10, 1/2) <= 1) = 11 / 1024, and <= 2 56 / 1024, so from the second to the ninth; 5 runs: 1 / 32 is too much. */
    @Test
    void theMediansBandGoesFromRankToRank() {
        assertEquals(0, CentreBand.OrderStatistics.lowest(5));
        assertEquals(1, CentreBand.OrderStatistics.lowest(6));
        assertEquals(2, CentreBand.OrderStatistics.lowest(10));
        assertEquals(40, CentreBand.OrderStatistics.lowest(100), "as in tables of the sign test");
        List<Incumbent> curves = new ArrayList<>(IntStream.rangeClosed(1, 10)
                .mapToObj(i -> curve(100, 1, i / 10.0))
                .toList());
        Collections.shuffle(curves, new Random(18));
        IncumbentBand band = band(curves, Centre.MEDIAN);
        assertEquals(new IncumbentBand.Point(1, 0.55, 0.2, 0.9), band.points().get(0));
        assertEquals("95 % interval of the median of 10 runs, at each cost alone", band.words());
    }

    /** The mean's band is what each place would get by itself, from other resamples. */
    @Test
    void theMeansBandIsTheBootstrapsAtEachPlace() {
        List<Incumbent> curves = searches(60, 20, new Random(19));
        IncumbentBand band = band(curves, Centre.MEAN);
        assertTrue(band.points().size() > 50);
        for (IncumbentBand.Point point : band.points()) {
            Sample values = Sample.of(curves.stream()
                    .mapToDouble(curve -> curve.at(point.spent()).orElseThrow())
                    .toArray());
            Interval alone = Bca.of(
                            StudentT.mean(values).orElseThrow(),
                            Bca.means(values, 1000, new Random(20)),
                            values.deviations())
                    .interval(0.05);
            double width = alone.high() - alone.low();
            assertEquals(values.mean(), point.centre(), 1e-12);
            assertEquals(alone.low(), point.low(), 0.15 * width);
            assertEquals(alone.high(), point.high(), 0.15 * width);
        }
    }

    @Test
    void runsThatAreAllAlikeHaveABandOfNoWidth() {
        List<Incumbent> curves = Collections.nCopies(40, curve(10, 1, 0.5, 5, 0.7));
        assertEquals(
                List.of(
                        new IncumbentBand.Point(1, 0.5, 0.5, 0.5),
                        new IncumbentBand.Point(5, 0.7, 0.7, 0.7),
                        new IncumbentBand.Point(10, 0.7, 0.7, 0.7)),
                band(curves, Centre.MEDIAN).points());
        assertEquals(0.7, band(curves, Centre.MEAN).at(6).orElseThrow().low(), 1e-12);
    }

    /** Of 1,000 bands at one cost, 95 % hold the true mean; by three standard errors at most 2.1 % fewer or more. */
    @Test
    void theBandHoldsTheTrueMeanAsOftenAsItSays() {
        Random random = new Random(21);
        int rounds = 1000;
        int held = 0;
        for (int round = 0; round < rounds; round++) {
            List<Incumbent> curves = Stream.generate(() -> curve(2, 1, 1 + Math.log(random.nextDouble())))
                    .limit(50)
                    .toList();
            IncumbentBand.Point point =
                    IncumbentBand.over(curves, Centre.MEAN, random).points().get(0);
            held += new Interval(point.low(), point.high(), 0.95).contains(0) ? 1 : 0;
        }
        assertEquals(0.95, held / (double) rounds, 3 * Math.sqrt(0.05 * 0.95 / rounds));
    }

    @Test
    void threeStrategiesOfFiveHundredRunsTakeMoments() {
        Random random = new Random(22);
        List<List<Incumbent>> strategies =
                Stream.generate(() -> searches(500, 110, random)).limit(3).toList();
        for (Centre centre : Centre.values()) {
            double seconds = ProcessorTime.seconds(() -> strategies.forEach(
                    curves -> assertTrue(band(curves, centre).points().size() > 1000)));
            assertTrue(seconds < 3, seconds + " s");
        }
    }
}
