package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.work.TrainingProtocol;

class StudyReaderTests {
    private static final String SHORTEST = """
            name: short
            space: {name: squeezenas-large}
            task: {name: street-scenes, input: [64, 96]}
            objective: {form: none}
            training: {epochs: 3, batch: 8, learning-rate: 1e-2}
            budget: {money: 140}
            strategies: [{type: toy-search}]
            seeds: [7]
            """;

    @TempDir
    Path folder;

    @Test
    void everyValueOfAGoodStudyArrives() throws InvalidStudyException {
        Study study = Studies.read(Studies.GOOD);
        assertEquals("toy-study", study.name());
        assertEquals("toy.yaml", study.source());
        assertEquals(Studies.GOOD, study.text());
        assertEquals(
                SpaceSpec.published("squeezenas-small", 0.5, 3), study.trained().space());
        assertEquals(
                new TaskSpec(
                        "street-scenes",
                        Optional.empty(),
                        64,
                        96,
                        List.of(),
                        Map.of("train", 80L, "validation", 48L, "test", 48L),
                        7),
                study.trained().task());
        assertEquals(
                LatencySpec.measured(PlatformChoice.of("this-cpu-djl")),
                study.trained().latency());
        assertEquals(new Objective(Objective.Form.HARD, new Latency(4), -0.1), study.objective());
        assertEquals(
                new TrainingProtocol(
                        5,
                        16,
                        TrainingProtocol.Optimizer.ADAM,
                        0.05,
                        0.9,
                        1e-4,
                        TrainingProtocol.Schedule.COSINE,
                        false,
                        0,
                        false),
                study.trained().training());
        assertEquals(
                new Budget(OptionalInt.of(100), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
                study.budget());
        assertEquals(List.of(1L, 2L, 3L), study.seeds());
        assertEquals(new FinalSpec(60, List.of(1L, 2L), false), study.trained().finale());
        assertEquals(new ProjectionSpec(2, 70, 10, "a talk, 2019"), study.projection());
        assertEquals(
                List.of("small", "large"),
                study.strategies().stream().map(StrategySpec::name).toList());
    }

    @Test
    void defaultsFillWhatTheShortestStudyLeavesOut() throws InvalidStudyException {
        Study study = Studies.read(SHORTEST);
        assertEquals(
                SpaceSpec.published("squeezenas-large", 1, 16), study.trained().space());
        assertEquals(
                Map.of("train", 160L, "validation", 48L, "test", 48L),
                study.trained().task().counts());
        assertEquals(1, study.trained().task().seed());
        assertEquals(
                LatencySpec.measured(PlatformChoice.of("this-cpu-djl")),
                study.trained().latency());
        assertEquals(Objective.Form.NONE, study.objective().form());
        assertEquals(
                new TrainingProtocol(
                        3,
                        8,
                        TrainingProtocol.Optimizer.SGD,
                        0.01,
                        0.9,
                        1e-4,
                        TrainingProtocol.Schedule.COSINE,
                        true,
                        0,
                        false),
                study.trained().training());
        assertEquals(new FinalSpec(12, List.of(1L), false), study.trained().finale());
        assertEquals(new ProjectionSpec(1, 70, 10, "EE Times interview, 2019"), study.projection());
        assertEquals(172_800, study.budget().deviceSeconds(study.projection()).getAsDouble());
        assertEquals("toy-search", study.strategies().get(0).name());
        assertEquals(
                Map.of("population", 20L, "sample", 5L, "heat", 0.5, "ageing", true, "op", "no"),
                study.strategies().get(0).settings());
    }

    @Test
    void finalTrainingsStartFromScratchUnlessTheStudySaysOtherwise() throws InvalidStudyException {
        String supernet = Studies.GOOD
                .replace("type: toy-search, population: 10", "type: squeezenas")
                .replace("type: toy-search\n    population: 50\n    op: no", "type: spos");
        for (String change : List.of("final.inherit=none", "final.epochs=60", "final.inherit=shared-weights")) {
            boolean inherits = change.endsWith("shared-weights");
            Study study = StudyReader.parse(supernet, "toy.yaml", Studies.FOLDER, List.of(change));
            assertEquals(
                    new FinalSpec(60, List.of(1L, 2L), inherits),
                    study.trained().finale());
        }
    }

    @Test
    void settingsStandInTheOrderOfTheirDeclaration() throws InvalidStudyException {
        assertEquals(
                List.of("population", "sample", "heat", "ageing", "op"),
                List.copyOf(Studies.read(Studies.GOOD)
                        .strategies()
                        .get(1)
                        .settings()
                        .keySet()));
    }

    @Test
    void yesAndNoStayText() throws InvalidStudyException {
        assertEquals(
                "no", Studies.read(Studies.GOOD).strategies().get(1).settings().get("op"));
        assertEquals(
                "off",
                Studies.read(Studies.GOOD.replace("op: no", "op: off"))
                        .strategies()
                        .get(1)
                        .settings()
                        .get("op"));
    }

    @Test
    void theBaselinesAreAddedWhereMissing() throws InvalidStudyException {
        var providers = Studies.providers(
                Studies.provider("random-search"),
                Studies.provider("random-sampling", Setting.integer("draws", 9, 1, 99, "networks")));
        Study study = StudyReader.parse(SHORTEST, "s.yaml", Studies.FOLDER, List.of(), providers);
        assertEquals(
                List.of("toy-search", "random-sampling", "random-search"),
                study.strategies().stream().map(StrategySpec::type).toList());
        assertEquals(Map.of("draws", 9L), study.strategies().get(1).settings());

        String own = SHORTEST.replace("[{type: toy-search}]", "[{name: mine, type: random-search}]");
        study = StudyReader.parse(own, "s.yaml", Studies.FOLDER, List.of(), providers);
        assertEquals(
                List.of("mine", "random-sampling"),
                study.strategies().stream().map(StrategySpec::name).toList());
    }

    @Test
    void aPlugInOnTheClassPathIsFound() throws IOException, InvalidStudyException {
        Path file = Files.writeString(folder.resolve("study.yaml"), SHORTEST);
        Study study = StudyReader.read(file, List.of("strategies.0.population=12"));
        assertEquals(file.toString(), study.source());
        assertEquals(12L, study.strategies().get(0).settings().get("population"));
    }

    @Test
    void aDataSetIsLookedForBesideTheStudy() throws IOException, InvalidStudyException {
        String task = "task: {name: folder, dir: images, classes: [road, no], input: [64, 96]}";
        Path file = Files.writeString(
                folder.resolve("study.yaml"), SHORTEST.replaceFirst("task: .*", task) + "latency: {table: ms.csv}\n");
        Files.createDirectories(folder.resolve("images"));
        List<Problem> problems = assertThrows(InvalidStudyException.class, () -> StudyReader.read(file, List.of()))
                .problems();
        assertEquals(
                List.of("task.dir: must be a folder that holds train.txt", "latency.table: must be a file"),
                problems.stream().map(p -> p.key() + ": " + p.rule()).toList());
        assertTrue(
                problems.get(0).hint().contains(folder.resolve("images").toString()),
                problems.get(0).hint());

        Files.createFile(folder.resolve("images/train.txt"));
        Files.createFile(folder.resolve("ms.csv"));
        Study study = StudyReader.read(file, List.of());
        assertEquals(
                Optional.of(folder.resolve("images").toAbsolutePath().normalize()),
                study.trained().task().directory());
        assertEquals(List.of("road", "no"), study.trained().task().classes());
        assertEquals(
                Optional.of(folder.resolve("ms.csv").toAbsolutePath().normalize()),
                study.trained().latency().table());
    }

    @Test
    void aDataSetNeedsItsFolderAndItsClasses() {
        String text = SHORTEST.replaceFirst("task: .*", "task: {name: folder, input: [64, 96]}");
        assertEquals(
                Set.of("task.dir: is missing", "task.classes: is missing"),
                Set.copyOf(Studies.problems(text).stream()
                        .map(p -> p.key() + ": " + p.rule())
                        .toList()));
        assertEquals(
                List.of("toy.yaml:3:22 task.dri: is not a key of task; did you mean 'dir'?"),
                Studies.messages(SHORTEST.replaceFirst("task: .*", "task: {name: camvid, dri: x, input: [64, 96]}")));
        assertEquals(
                1,
                Studies.problems(SHORTEST.replaceFirst(
                                "task: .*", "task: {name: camvid, dir: \"\\\\0\", input: [64, 96]}"))
                        .size());
    }

    @Test
    void aFileThatIsNotThereIsAnInputError() {
        assertThrows(NoSuchFileException.class, () -> StudyReader.read(folder.resolve("no.yaml"), List.of()));
    }

    @Test
    void bytesThatAreNotUtf8AreNamedWithTheirPlace() throws IOException {
        Path file = Files.write(
                folder.resolve("latin.yaml"), "name: a\n# caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Problem problem = assertThrows(InvalidStudyException.class, () -> StudyReader.read(file, List.of()))
                .problems()
                .get(0);
        assertEquals(file + ":2:6 YAML: must be text in UTF-8", problem.toString());
    }

    @Test
    void aByteOrderMarkIsSkipped() throws IOException, InvalidStudyException {
        Path file = Files.writeString(folder.resolve("bom.yaml"), "\uFEFF" + SHORTEST);
        assertFalse(StudyReader.read(file, List.of()).text().startsWith("\uFEFF"));
    }

    @Test
    void theTaskInTheReadmeIsRead() throws IOException, InvalidStudyException {
        Files.createFile(Files.createDirectory(folder.resolve("my-images")).resolve("train.txt"));
        String readme = Files.readString(Path.of(System.getProperty("basedir", "."), "..", "README.md"));
        int begin = readme.indexOf("task: {name: folder");
        String task = readme.substring(begin, readme.indexOf("\n", begin));
        Study study = StudyReader.parse(
                SHORTEST.replaceFirst("task: .*", task), "README.md", folder, List.of(), Studies.providers());
        assertEquals(List.of("road", "car", "other"), study.trained().task().classes());
        assertEquals(
                Optional.of(folder.resolve("my-images").toAbsolutePath().normalize()),
                study.trained().task().directory());
    }

    @Test
    void whoDoesTheWorkChangesNothingOfWhatIsKept() throws InvalidStudyException {
        String kept = Studies.read(SHORTEST).text();
        assertEquals(
                kept,
                StudyReader.parse(SHORTEST, "toy.yaml", folder, List.of("executor=in-process"), Studies.providers())
                        .text());
    }
}
