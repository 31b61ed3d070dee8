package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.table.KnownTables;
import org.nasworkbench.table.TableDefinition;
import org.nasworkbench.table.TableDefinition.Direction;
import org.nasworkbench.table.TableDefinition.Genotype;
import org.nasworkbench.table.TableDefinition.Score;
import org.nasworkbench.table.TableDefinition.Seconds;
import org.nasworkbench.table.TableDefinition.Unit;
import org.nasworkbench.table.TableSource;
import org.nasworkbench.table.Tables;

/** Studies whose scores come from a table. */
class TableStudiesTests {
    private static final OptionalDouble NONE = OptionalDouble.empty();

    @TempDir
    Path folder;

    private static TableSpec table(Study study) {
        return (TableSpec) study.ground();
    }

    @Test
    void everyValueOfAGoodStudyArrives() throws InvalidStudyException {
        Study study = Studies.read(Studies.GOOD_TABLE);
        Score score = new Score(
                "mean_acc",
                Unit.PERCENT,
                Direction.MAXIMISE,
                List.of("acc_1", "acc_2"),
                200,
                new TreeMap<>(Map.of(12, "acc_e12")));
        TableDefinition definition = new TableDefinition(
                "toy-cells",
                new Genotype.Text("arch"),
                score,
                new Seconds(Optional.of("train_s"), 3.75),
                Optional.of("lat_ms"),
                List.of("test_acc", "mean_acc"));
        TableSpec.Correlate correlate = new TableSpec.Correlate("test_acc", List.of("mean_acc", "acc_e12"));
        TableSource file = new TableSource.File(Studies.FOLDER.resolve("test-classes/cells.csv"));
        assertEquals(
                new TableSpec(definition, file, Optional.empty(), Optional.empty(), Optional.of(correlate), 2),
                study.ground());
        assertEquals(new Objective(Objective.Form.CONSTRAINT, new Latency(3), -0.07), study.objective());
        assertEquals(new Budget(OptionalInt.empty(), NONE, OptionalDouble.of(12_000), NONE), study.budget());
        assertEquals(new ProjectionSpec(1, 70, 35, 140, 10, "EE Times interview, 2019"), study.projection());
        assertTrue(study.repeatsCharged());
        assertEquals(LongStream.rangeClosed(1, 500).boxed().toList(), study.seeds());
        assertEquals(4, Tables.load(definition, file, Optional.empty()).rows());
    }

    @Test
    void defaultsFillWhatTheShortestStudyLeavesOut() throws InvalidStudyException {
        Study study = Studies.read("""
                name: short
                space: {table: test-classes/cells.csv, decisions: [stem, width]}
                score: {column: mean_acc}
                budget: {trials: 3}
                strategies: [{type: toy-search}]
                seeds: [7]
                """);
        Score score = new Score("mean_acc", Unit.FRACTION, Direction.MAXIMISE, List.of(), 1, new TreeMap<>());
        assertEquals(
                new TableDefinition(
                        "cells",
                        new Genotype.Choices(List.of("stem", "width")),
                        score,
                        new Seconds(Optional.empty(), 0),
                        Optional.empty(),
                        List.of("mean_acc")),
                table(study).definition());
        assertEquals(1, table(study).workers());
        assertEquals(Objective.Form.NONE, study.objective().form());
        assertEquals(false, study.repeatsCharged());
    }

    @Test
    void aShippedTableIsKnownByItsName() throws InvalidStudyException {
        Study study = Studies.read("""
                name: shipped
                space: {name: transnas-micro}
                score: {column: val_room_layout, unit: range, direction: maximise}
                cost: {seconds: 120}
                objective: {form: none}
                report: val_normal
                budget: {money: 5}
                strategies: [{type: toy-search}]
                seeds: 3..5
                """);
        TableSpec spec = table(study);
        assertEquals(KnownTables.source("transnas-micro"), spec.source());
        assertEquals(KnownTables.genotype("transnas-micro"), spec.definition().genotype());
        assertEquals("transnas-micro", spec.definition().name());
        assertEquals(new Seconds(Optional.empty(), 120), spec.definition().seconds());
        assertEquals(List.of("val_normal"), spec.definition().report());
        assertEquals(List.of(3L, 4L, 5L), study.seeds());
    }

    /** The promise to users, word for word; the keys around it are those of any study. */
    @Test
    void theExampleThatUsersWerePromisedIsRead() throws IOException, InvalidStudyException {
        Path table = folder.resolve("my-cells.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(table))) {
            String rows =
                    "arch,mean_acc,acc_1,acc_2,acc_3,train_s,lat_ms\nab,61,60,61,62,100,3.5\nba,55,54,,56,90,2.5\n";
            out.write(rows.getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.writeString(folder.resolve("study.yaml"), """
                name: my-study
                objective: {target-ms: 4.0, form: soft, w: -0.07}
                budget: {trials: 100}
                strategies:
                  - {name: evolution, type: regularized-evolution, population: 20, sample: 5}
                seeds: [1, 2, 3]
                projection: {gpu-days-per-training: 1.0, dollars-per-gpu-day: 70, source: "EE Times interview, 2019"}
                space:
                  table: my-cells.csv.gz
                  genotype: arch                    # a text column, one character a decision, of fixed or varying length; or decisions: [stem, width, depth]
                score: {column: mean_acc, unit: percent, direction: maximise, runs: [acc_1, acc_2, acc_3]}   # an evaluation draws one of the runs; reports use the column
                cost: {seconds: 120}                # or {column: train_s}: simulated device time
                latency: {column: lat_ms}           # or left out, then the objective is the score alone
                report: mean_acc                    # what final_score shows for the chosen network; left out, the score column
                """);
        Study study = StudyReader.read(file, List.of());
        TableSpec spec = table(study);
        assertEquals("my-cells", spec.definition().name());
        assertEquals(new TableSource.File(table.toAbsolutePath().normalize()), spec.source());
        assertEquals(
                2, Tables.load(spec.definition(), spec.source(), spec.more()).rows());
        Study changed = StudyReader.read(file, List.of("cost={column: train_s}", "seeds=4..6"));
        assertEquals(
                new Seconds(Optional.of("train_s"), 0),
                table(changed).definition().seconds());
        assertEquals(
                changed.ground(),
                StudyReader.parse(changed.text(), "kept", folder, List.of()).ground());
    }

    @Test
    void theExampleInTheReadmeIsRead() throws IOException, InvalidStudyException {
        String readme = Files.readString(Path.of(System.getProperty("basedir", "."), "..", "README.md"));
        int begin = readme.indexOf("space: {table: ");
        String example = readme.substring(begin, readme.indexOf("```", begin));
        Files.writeString(
                folder.resolve("my-cells.csv.gz"),
                "arch,mean_acc,acc_1,acc_2,acc_3,train_s,lat_ms,test_acc\nab,61,60,61,62,100,3.5,60\n");
        String others = Studies.GOOD
                .replaceFirst("(?s)\\Aname: toy-study\n.*?objective:", "name: toy\nobjective:")
                .replaceFirst("(?s)training:.*?budget:", "budget:")
                .replaceFirst("(?m)^final:.*\n", "");
        Study study = StudyReader.parse(others + example, "README.md", folder, List.of(), Studies.providers());
        assertEquals(List.of("test_acc"), table(study).definition().report());
    }

    @Test
    void furtherColumnsCanComeFromAnotherFile() throws IOException, InvalidStudyException {
        Files.writeString(folder.resolve("more.csv"), "ops,c10_test_e200,ignored\n421211,86.5,x\n");
        String text = """
                name: more
                space: {name: nb201, with: %s}
                score: {column: c10_val_e12, unit: percent}
                report: c10_test_e200
                budget: {trials: 3}
                strategies: [{type: toy-search}]
                seeds: [1]
                """.formatted(folder.resolve("more.csv"));
        TableSpec spec = table(Studies.read(text));
        var loaded = Tables.load(spec.definition(), spec.source(), spec.more());
        assertEquals(
                Map.of("c10_test_e200", 0.865), loaded.report(loaded.space().parse("421211")));
        assertEquals(Map.of(), loaded.report(loaded.space().parse("334131")), "not in the other file");
    }

    @Test
    void theReadyStudyOfAShippedTableIsRead() throws IOException, InvalidStudyException {
        Path ready = Path.of(System.getProperty("basedir", "."), "nb201.yaml");
        Study study = StudyReader.read(ready, List.of());
        TableSpec spec = table(study);
        assertEquals(
                15_625,
                Tables.load(spec.definition(), spec.source(), spec.more()).rows());
        assertEquals(500, study.seeds().size());
        assertEquals(12_000, study.budget().simulatedSeconds().getAsDouble());
        assertTrue(study.repeatsCharged());
        assertEquals("c10_val_e200", spec.definition().report().get(0));
    }

    @Test
    void theReadyStudyOfTestAccuraciesNeedsTheirTableAlone() throws IOException, InvalidStudyException {
        Path more = Files.writeString(
                folder.resolve("more.csv"),
                "ops,c10_test_e200,c100_test_e200,in16_test_e200\n421211,85.863,52.913,26.633\n");
        Path ready = Path.of(System.getProperty("basedir", "."), "nb201-test.yaml");
        TableSpec spec = table(StudyReader.read(ready, List.of("space.with=" + more)));
        assertEquals(6, spec.definition().report().size());
        var loaded = Tables.load(spec.definition(), spec.source(), spec.more());
        assertEquals(0.85863, loaded.report(loaded.space().parse("421211")).get("c10_test_e200"), 1e-12);
    }

    @Test
    void aSupernetIsRefusedByATable() {
        List<Problem> problems = assertThrows(
                        InvalidStudyException.class,
                        () -> StudyReader.read(
                                Path.of(System.getProperty("basedir", "."), "nb201.yaml"),
                                List.of("strategies.0={type: squeezenas}")))
                .problems();
        assertEquals(
                List.of("--set:1:1 strategies.0.type: must be a strategy that a table can answer, but was 'squeezenas';"
                        + " it trains weights of its own, which needs a task"),
                problems.stream().map(Problem::toString).toList());
    }
}
