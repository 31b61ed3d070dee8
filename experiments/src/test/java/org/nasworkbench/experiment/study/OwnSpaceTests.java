package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.space.Skeleton;
import org.nasworkbench.space.SpaceDescription;

class OwnSpaceTests {
    private static final String OWN = """
            name: my-space
            stem: 8
            stages:
              - {channels: 8, blocks: 1, stride: 1}
              - {channels: 16, blocks: 6, stride: 2}
            tap: 1
            options: [k3_e1, k7_e3, k5d2_e6_g2, skip]
            middle: 32
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("my-space.yaml"), text);
    }

    static List<String> published() {
        return SearchSpaces.names();
    }

    @ParameterizedTest
    @MethodSource("published")
    void aPublishedSpaceCanBeDescribed(String name) throws IOException, InvalidStudyException {
        SpaceDescription published = SearchSpaces.description(name);
        Skeleton skeleton = published.skeleton();
        String text = "name: described\nfamily: %s\nstem: %d\ntap: %d\nlast: %d\nmiddle: %d\ndecoder: %s\nstages:\n%s\n"
                .formatted(
                        published.family().toString().toLowerCase(Locale.ROOT),
                        skeleton.stem(),
                        skeleton.tapStage() + 1,
                        skeleton.last(),
                        skeleton.middle(),
                        skeleton.decoder().toString().toLowerCase(Locale.ROOT).replace('_', '-'),
                        skeleton.stages().stream()
                                .map(stage -> "  - {channels: %d, blocks: %d, stride: %d}"
                                        .formatted(stage.channels(), stage.blocks(), stage.stride()))
                                .collect(Collectors.joining("\n")));
        SpaceDescription described = OwnSpace.read(file(text));
        assertEquals(new SpaceDescription("described", skeleton, published.family(), published.options()), described);
        ChainSpace one = published.chain(1, SpaceSpec.ALL_BLOCKS, 19, new Shape(3, 64, 128));
        ChainSpace other = described.chain(1, SpaceSpec.ALL_BLOCKS, 19, new Shape(3, 64, 128));
        assertEquals(
                one.network(one.largest()).macs(),
                other.network(other.largest()).macs());
    }

    @Test
    void everyPublishedOptionIsReadByItsWord() {
        SearchSpaces.names().forEach(name -> SearchSpaces.description(name)
                .options()
                .forEach(option -> assertEquals(option, BlockOption.parse(option.name()))));
        assertEquals(new BlockOption("k9d4_e16_g8", 9, 4, 16, 8), BlockOption.parse("k9d4_e16_g8"));
        for (String word : List.of("k4_e1", "k3_e0", "k3_e17", "k3d1_e1", "k3_e1_g1", "K3_e1", "k3", "", "Skip")) {
            assertThrows(IllegalArgumentException.class, () -> BlockOption.parse(word), word);
        }
    }

    @Test
    void whatAStudyKeepsNeedsTheFileNoMoreAndItsOwnKeysWin() throws IOException, InvalidStudyException {
        file(OWN);
        String text =
                Studies.GOOD.replaceFirst("space: .*", "space: {file: my-space.yaml, middle: 16, width: 0.5} # ours");
        Study study = StudyReader.parse(text, "study.yaml", folder, List.of(), Studies.providers());
        SpaceSpec space = study.trained().space();
        assertEquals(16, space.description().skeleton().middle());
        assertEquals(
                BigInteger.valueOf(4).pow(7),
                space.description()
                        .chain(1, space.blocks(), 2, new Shape(3, 32, 32))
                        .size());
        assertFalse(study.text().contains("my-space.yaml"), study::text);

        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Study again = StudyReader.parse(study.text(), "kept", elsewhere, List.of(), Studies.providers());
        assertEquals(study.ground(), again.ground());
        assertEquals(study.text(), again.text());
    }

    @Test
    void mistakesStandWhereTheyAreInTheFile() throws IOException {
        file("""
                name: My Space
                stem: 8
                stages:
                  - {channels: 8, blocks: 1, stride: 3}
                  - {chanels: 16, blocks: 2, stride: 2}
                tap: 5
                options: [k3_e1, k4_e3]
                colour: red
                """);
        String text = Studies.GOOD.replaceFirst("space: .*", "space: {file: my-space.yaml}");
        List<Problem> problems = assertThrows(
                        InvalidStudyException.class,
                        () -> StudyReader.parse(text, "study.yaml", folder, List.of(), Studies.providers()))
                .problems();
        List<String> starts = problems.stream()
                .map(problem -> problem.file() + ":" + problem.line() + " " + problem.key())
                .toList();
        assertEquals(
                List.of(
                        "my-space.yaml:1 space.name",
                        "my-space.yaml:4 space.stages.0.stride",
                        "my-space.yaml:5 space.stages.1.chanels",
                        "my-space.yaml:6 space.tap",
                        "my-space.yaml:7 space.options.1",
                        "my-space.yaml:8 space.colour"),
                starts.stream().sorted().toList(),
                problems::toString);
    }

    @Test
    void whatIsNoNetworkIsRefusedInWords() throws IOException {
        String odd = only(OWN.replace("channels: 16", "channels: 15"));
        assertEquals("my-space.yaml:3:1 space.stages: must describe networks: channels must be even, but were 15", odd);
        String groups = only(OWN.replace("g2", "g3"));
        assertEquals(
                "my-space.yaml:3:1 space.stages: must describe networks: groups must divide the channels, but expand has"
                        + " 8 -> 48 channels in 3 groups",
                groups);
        assertEquals(
                "my-space.yaml:6:6 space.tap: must be the number of a stage, from 1 to 2, but was 3",
                only(OWN.replace("tap: 1", "tap: 3")));
        assertEquals(
                "my-space.yaml:7:10 space.options: must have skip among them, but was [k3_e1, k7_e3, k5d2_e6_g2]",
                only(OWN.replace(", skip", "")));
        assertEquals(
                "my-space.yaml:1:7 space.name: must be lower-case letters, digits and hyphens, and no known space's name,"
                        + " but was 'squeezenas-small'",
                only(OWN.replace("my-space", "squeezenas-small")));
        assertEquals("my-space.yaml:1:1 space: must be keys with values, but was [a]", only("- a"));
        assertEquals(
                "my-space.yaml:1:1 space.stages: is missing; such as stages: [{channels: 24, blocks: 3, stride: 2}]",
                only("name: a"));
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        String text = Studies.GOOD.replaceFirst("space: .*", "space: {file: gone.yaml}");
        String first = assertThrows(
                        InvalidStudyException.class,
                        () -> StudyReader.parse(text, "study.yaml", folder, List.of(), Studies.providers()))
                .problems()
                .get(0)
                .toString();
        assertEquals(
                "study.yaml:2:15 space.file: must be a file, but was 'gone.yaml'; looked for "
                        + folder.resolve("gone.yaml") + " and "
                        + Path.of("gone.yaml").toAbsolutePath().normalize(),
                first);
    }

    @Test
    void keysOfOnesOwnSpaceHaveNoMeaningInAPublishedOne() {
        String text = Studies.GOOD.replaceFirst("space: .*", "space: {name: squeezenas-small, tap: 2}");
        List<Problem> problems = assertThrows(
                        InvalidStudyException.class,
                        () -> StudyReader.parse(text, "study.yaml", folder, List.of(), Studies.providers()))
                .problems();
        assertEquals(
                "study.yaml:2:33 space.tap: has a meaning only in a space of one's own; that has space.stages",
                problems.get(0).toString());
    }

    @Test
    void theExampleInTheReadmeIsRead() throws IOException, InvalidStudyException {
        String readme = Files.readString(Path.of(System.getProperty("basedir", "."), "..", "README.md"));
        int begin = readme.indexOf("name: my-space\n");
        SpaceDescription space = OwnSpace.read(file(readme.substring(begin, readme.indexOf("```", begin))));
        assertEquals(
                List.of("k3_e3", "k3_e6", "k5_e3", "k7_e6", "k3d2_e6", "skip"),
                space.options().stream().map(BlockOption::name).toList());
    }

    private String only(String text) throws IOException {
        Path file = file(text);
        List<Problem> problems = assertThrows(InvalidStudyException.class, () -> OwnSpace.read(file))
                .problems();
        return problems.get(0).toString().replace(folder + "/", "");
    }
}
