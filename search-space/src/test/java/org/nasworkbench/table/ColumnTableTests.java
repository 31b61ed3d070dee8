package org.nasworkbench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.RecordedTrainings.Recorded;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.CellSpace;
import org.nasworkbench.table.TableDefinition.Direction;
import org.nasworkbench.table.TableDefinition.Genotype;
import org.nasworkbench.table.TableDefinition.Score;
import org.nasworkbench.table.TableDefinition.Seconds;
import org.nasworkbench.table.TableDefinition.Unit;

class ColumnTableTests {
    private static final String ROWS = """
            arch,mean,r1,r2,r3,e3,seconds,ms,test
            aa,50,49,51,,20,100,2.0,48
            ab,60,60,,,30,200,,58
            ba,70,,,,40,300,4.0,
            b,80,79,80,81,50,400,8.0,77
            """;

    @TempDir
    Path folder;

    private ColumnTable load(Score score, Seconds seconds, Optional<String> latency, List<String> report)
            throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), ROWS);
        return Tables.load(
                new TableDefinition("rows", new Genotype.Text("arch"), score, seconds, latency, report),
                new TableSource.File(file),
                Optional.empty());
    }

    private static Score score(String column, Unit unit, Direction direction, List<String> runs) {
        return new Score(column, unit, direction, runs, 12, new TreeMap<>(Map.of(3, "e3")));
    }

    private ColumnTable plain(List<String> runs) throws IOException {
        return load(
                score("mean", Unit.PERCENT, Direction.MAXIMISE, runs),
                new Seconds(Optional.of("seconds"), 3.75),
                Optional.empty(),
                List.of("test", "mean"));
    }

    private static Recorded lookUp(ColumnTable table, String genotype, int epochs, long draw) {
        return table.lookUp(table.space().parse(genotype), epochs, draw);
    }

    private static double value(Recorded recorded) {
        return recorded.outcome().score().orElseThrow();
    }

    private static void assertNotListed(Recorded recorded) {
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, recorded.outcome());
        assertEquals(Outcome.Reason.NOT_LISTED, failed.reason());
        assertEquals(0, recorded.seconds());
    }

    @Test
    void aLengthIsChargedItsShareOfTheSecondsAndWhatIsBesides() throws IOException {
        ColumnTable table = plain(List.of());
        assertEquals(List.of(3, 12), table.epochs());
        assertEquals(12, table.fullEpochs());
        assertEquals(0.5, value(lookUp(table, "aa", 12, 1)));
        assertEquals(103.75, lookUp(table, "aa", 12, 1).seconds());
        assertEquals(0.2, value(lookUp(table, "aa", 3, 1)));
        assertEquals(28.75, lookUp(table, "aa", 3, 1).seconds());
        assertEquals(253.75, table.meanSeconds());
        String message = assertThrows(IllegalArgumentException.class, () -> lookUp(table, "aa", 4, 1))
                .getMessage();
        assertEquals("a training must have one of [3, 12] epochs, but has 4", message);
    }

    @Test
    void equalSecondsForAllAreSharedOutToo() throws IOException {
        Score score = score("mean", Unit.PERCENT, Direction.MAXIMISE, List.of());
        ColumnTable table = load(score, new Seconds(Optional.empty(), 120), Optional.empty(), List.of("mean"));
        assertEquals(120, lookUp(table, "b", 12, 1).seconds());
        assertEquals(30, lookUp(table, "b", 3, 1).seconds());
        assertEquals(120, table.meanSeconds());
    }

    /** Each of n recorded runs answers for one n-th of the draws; those that are missing never do. */
    @Test
    void aDrawIsOneOfTheRunsThatAreThere() throws IOException {
        ColumnTable table = plain(List.of("r1", "r2", "r3"));
        Map<String, List<Double>> recorded =
                Map.of("aa", List.of(0.49, 0.51), "ab", List.of(0.6), "b", List.of(0.79, 0.8, 0.81));
        SplittableRandom random = new SplittableRandom(1);
        int draws = 30_000;
        recorded.forEach((genotype, runs) -> {
            Map<Double, Integer> counts = new TreeMap<>();
            for (int i = 0; i < draws; i++) {
                long draw = random.nextLong();
                double value = value(lookUp(table, genotype, 12, draw));
                assertEquals(value, value(lookUp(table, genotype, 12, draw)), "equal draws, equal answers");
                counts.merge(value, 1, Integer::sum);
            }
            assertEquals(new TreeSet<>(runs), counts.keySet());
            // Six standard deviations of a binomial count: wrong once in 10^9 counts.
            double share = 1.0 / runs.size();
            double tolerance = 6 * Math.sqrt(draws * share * (1 - share));
            counts.values().forEach(count -> assertEquals(draws * share, count, tolerance, genotype));
        });
        assertNotListed(lookUp(table, "ba", 12, 5));
        assertEquals(0.4, value(lookUp(table, "ba", 3, 5)), "a shorter training is recorded");
    }

    @Test
    void whatIsNotListedFailsAndCostsNothing() throws IOException {
        ColumnTable table = plain(List.of());
        assertEquals(4, table.rows());
        assertNotListed(lookUp(table, "bb", 12, 1));
        assertNotListed(lookUp(table, "a", 3, 1));
        assertEquals(Map.of(), table.report(table.space().parse("bb")));
    }

    @Test
    void whatStandsBehindAnEndFindsItsRow() throws IOException {
        ColumnTable table = plain(List.of());
        Architecture row = table.space().parse("b");
        int ends = table.space().decisions().get(1).options().indexOf(TableSpace.END);
        assertEquals(ends, row.choice(1));
        assertEquals(0.8, value(table.lookUp(row, 12, 0)));
    }

    @Test
    void aRangeGoesFromTheSmallestToTheLargestNumberOfAllScoreColumns() throws IOException {
        Score score = score("mean", Unit.RANGE, Direction.MAXIMISE, List.of("r1", "r2", "r3"));
        ColumnTable table = load(score, new Seconds(Optional.empty(), 1), Optional.empty(), List.of("test", "mean"));
        // The smallest is 20, after 3 epochs; the largest is 81, the third run of b.
        assertEquals(0, value(lookUp(table, "aa", 3, 1)));
        assertEquals((60 - 20) / 61.0, value(lookUp(table, "ab", 12, 1)), 1e-15);
        assertEquals((77 - 20) / 61.0, table.report(table.space().parse("b")).get("test"), 1e-15);
    }

    @Test
    void whereSmallNumbersAreGoodTheFractionIsTakenFromOne() throws IOException {
        Score percent = score("mean", Unit.PERCENT, Direction.MINIMISE, List.of());
        ColumnTable table = load(percent, new Seconds(Optional.empty(), 1), Optional.empty(), List.of("mean"));
        assertEquals(0.5, value(lookUp(table, "aa", 12, 1)));
        assertEquals(0.2, value(lookUp(table, "b", 12, 1)), 1e-15);
        Score range = score("mean", Unit.RANGE, Direction.MINIMISE, List.of());
        ColumnTable ranged = load(range, new Seconds(Optional.empty(), 1), Optional.empty(), List.of("mean"));
        assertEquals(1, value(lookUp(ranged, "aa", 3, 1)));
        assertEquals(0, value(lookUp(ranged, "b", 12, 1)));
    }

    @Test
    void anArchitectureWithoutALatencyFailsWhereLatencyCounts() throws IOException {
        Score score = score("mean", Unit.PERCENT, Direction.MAXIMISE, List.of());
        ColumnTable table = load(score, new Seconds(Optional.empty(), 1), Optional.of("ms"), List.of("mean"));
        assertNotListed(lookUp(table, "ab", 12, 1));
        assertEquals(0.8, value(lookUp(table, "b", 12, 1)));
        assertEquals(
                8, table.latency().orElseThrow().of(table.space().parse("b")).millis());
        assertThrows(
                IllegalArgumentException.class,
                () -> table.latency().orElseThrow().of(table.space().parse("ab")));
        assertTrue(plain(List.of()).latency().isEmpty());
    }

    @Test
    void aReportLeavesOutWhatIsNotRecorded() throws IOException {
        ColumnTable table = plain(List.of());
        assertEquals(
                Map.of("test", 0.48, "mean", 0.5), table.report(table.space().parse("aa")));
        assertEquals(Map.of("mean", 0.7), table.report(table.space().parse("ba")));
    }

    @Test
    void columnsOfAnotherFileAreJoinedByTheGenotype() throws IOException {
        Path more = Files.writeString(folder.resolve("more.csv"), "late,arch,mean\n90,b,1\n91,ab,2\n92,zz,3\n");
        Path file = Files.writeString(folder.resolve("rows.csv"), ROWS);
        TableDefinition definition = new TableDefinition(
                "rows",
                new Genotype.Text("arch"),
                score("mean", Unit.PERCENT, Direction.MAXIMISE, List.of()),
                new Seconds(Optional.empty(), 0),
                Optional.empty(),
                List.of("late"));
        ColumnTable table =
                Tables.load(definition, new TableSource.File(file), Optional.of(new TableSource.File(more)));
        assertEquals(4, table.rows());
        assertEquals(0.8, value(lookUp(table, "b", 12, 1)), "a column that both have is the table's");
        assertEquals(Map.of("late", 0.9), table.report(table.space().parse("b")));
        assertEquals(Map.of(), table.report(table.space().parse("aa")));
    }

    @Test
    void rowsThatASpaceCannotReadAreAllNamed() throws IOException {
        Path file =
                Files.writeString(folder.resolve("cells.csv"), "ops,acc\n012340,50\n012345,50\n01234,50\n444444,50\n");
        TableDefinition definition = new TableDefinition(
                "cells",
                new Genotype.Known(CellSpace.nasBench201(), "ops"),
                Score.percent("acc"),
                new Seconds(Optional.empty(), 0),
                Optional.empty(),
                List.of("acc"));
        InvalidTableException said = assertThrows(
                InvalidTableException.class,
                () -> Tables.load(definition, new TableSource.File(file), Optional.empty()));
        assertEquals(
                List.of("line 3", "line 4"),
                said.problems().stream().map(problem -> problem.substring(0, 6)).toList());
        assertTrue(Arrays.stream(said.getMessage().split("\n")).count() == 3, said::getMessage);
    }

    @Test
    void secondsThatAreAllZeroAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("free.csv"), "arch,acc,s\na,50,0\nb,60,0\n");
        TableDefinition definition = new TableDefinition(
                "free",
                new Genotype.Text("arch"),
                Score.percent("acc"),
                new Seconds(Optional.of("s"), 0),
                Optional.empty(),
                List.of("acc"));
        InvalidTableException said = assertThrows(
                InvalidTableException.class,
                () -> Tables.load(definition, new TableSource.File(file), Optional.empty()));
        assertEquals(List.of("seconds must be above 0 in some row, but s has none"), said.problems());
    }
}
