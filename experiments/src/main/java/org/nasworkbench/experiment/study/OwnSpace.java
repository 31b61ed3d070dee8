package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.space.BlockFamily;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.Decoder;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.Skeleton;
import org.nasworkbench.space.SpaceDescription;

/** A space of one's own, described by keys of a study's space or in a file with these keys. */
public final class OwnSpace {
    private static final JsonPointer SPACE = JsonPointer.compile("/space");
    private static final JsonPointer FILE = SPACE.appendProperty("file");
    private static final JsonPointer STAGES = SPACE.appendProperty("stages");
    private static final JsonPointer OPTIONS = SPACE.appendProperty("options");
    private static final List<String> NEEDED = List.of("name", "stem", "tap");
    private static final List<String> KEYS = List.of("stem", "tap", "options", "family", "last", "middle", "decoder");

    private OwnSpace() {}

    /**
     * Reads a file that describes a space.
     *
     * @throws InvalidStudyException naming every mistake in it
     */
    public static SpaceDescription read(Path file) throws IOException, InvalidStudyException {
        ObjectNode space = JsonNodeFactory.instance.objectNode().put("file", file.toString());
        JsonNode root = JsonNodeFactory.instance.objectNode().set("space", space);
        Place place = new Place(file.toString(), 1, 1);
        YamlDocument document = new YamlDocument(root, Map.of(), Map.of(JsonPointer.empty(), place, SPACE, place));
        List<Problem> problems = new ArrayList<>();
        include(document, new StudyFolder(file.toAbsolutePath().getParent()), problems);
        Findings findings = new Findings(document);
        if (problems.isEmpty()) {
            new SchemaRules(findings).check();
            if (!findings.intended(STAGES)) {
                findings.missing(STAGES);
            }
            check(findings);
            findings.problems().stream()
                    .filter(problem -> problem.key().startsWith("space"))
                    .forEach(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new InvalidStudyException(problems);
        }
        return description(new StudyValues(document.root()));
    }

    /**
     * Puts the keys of the file that a study names beside those of the study's space, each with its place; what is kept of the study
     * needs the file no more.
     *
     * @return whether there was such a file
     */
    static boolean include(YamlDocument document, StudyFolder folder, List<Problem> problems) {
        if (!document.at(FILE).isTextual()) {
            return false;
        }
        String name = document.at(FILE).textValue();
        Optional<Path> file = folder.file(name);
        if (file.isEmpty()) {
            problems.add(document.value(FILE)
                    .problem(
                            Wording.key(FILE),
                            "must be a file",
                            Wording.value(document.at(FILE)),
                            folder.looked(name)));
            return false;
        }
        try {
            String text = StudyReader.decode(Files.readAllBytes(file.get()), name);
            Optional<YamlDocument> read = YamlReader.read(text, name, problems);
            if (read.isPresent() && !read.get().root().isObject()) {
                problems.add(new Place(name, 1, 1)
                        .problem(
                                Wording.key(SPACE),
                                "must be keys with values",
                                Wording.value(read.get().root()),
                                ""));
            } else {
                read.ifPresent(space -> document.include(SPACE, space));
            }
        } catch (InvalidStudyException e) {
            problems.addAll(e.problems());
        } catch (IOException e) {
            problems.add(document.value(FILE)
                    .problem(
                            Wording.key(FILE),
                            "must be a file that can be read",
                            Wording.value(document.at(FILE)),
                            ""));
        }
        document.remove(FILE);
        return true;
    }

    /** Whether a study describes its space. */
    static boolean in(JsonNode study) {
        return study.at(STAGES).isArray();
    }

    /** Checks the keys together: what they describe must be networks. */
    static void check(Findings findings) {
        if (!findings.intended(STAGES)) {
            KEYS.stream()
                    .map(SPACE::appendProperty)
                    .filter(findings::has)
                    .forEach(key -> findings.misplaced(
                            key, "has a meaning only in a space of one's own", "that has " + Wording.key(STAGES)));
            return;
        }
        NEEDED.stream()
                .map(SPACE::appendProperty)
                .filter(key -> !findings.intended(key))
                .forEach(findings::missing);
        JsonPointer name = SPACE.appendProperty("name");
        findings.text(name)
                .filter(word -> KnownSpaces.names().contains(word) || !word.matches(SpaceDescription.NAME))
                .ifPresent(word -> findings.wrong(
                        name, "must be lower-case letters, digits and hyphens, and no known space's name", ""));
        options(findings);
        int stages = findings.document().at(STAGES).size();
        JsonPointer tap = SPACE.appendProperty("tap");
        if (findings.has(tap)
                && findings.clean(tap)
                && findings.document().at(tap).intValue() > stages) {
            findings.wrong(tap, "must be the number of a stage, from 1 to " + stages, "");
        }
        boolean complete = NEEDED.stream().map(SPACE::appendProperty).allMatch(findings::has);
        if (complete && findings.clean(SPACE)) {
            try {
                description(new StudyValues(findings.document().root()));
            } catch (IllegalArgumentException e) {
                findings.contradictory(STAGES, "must describe networks: " + e.getMessage());
            }
        }
    }

    private static void options(Findings findings) {
        JsonNode options = findings.document().at(OPTIONS);
        boolean skips = false;
        for (int i = 0; i < options.size(); i++) {
            JsonPointer at = OPTIONS.appendIndex(i);
            skips |= options.get(i).asText().equals(BlockOption.SKIP.name());
            findings.text(at).ifPresent(word -> {
                try {
                    BlockOption.parse(word);
                } catch (IllegalArgumentException e) {
                    findings.wrong(at, e.getMessage().replaceFirst("^an option (.*), but was .*$", "$1"), "");
                }
            });
        }
        if (options.isArray() && !skips && findings.clean(OPTIONS)) {
            findings.wrong(OPTIONS, "must have skip among them", "");
        }
    }

    /** The space that a checked study describes. */
    static SpaceDescription description(StudyValues values) {
        List<Skeleton.Stage> stages = new ArrayList<>();
        values.root()
                .at(STAGES)
                .forEach(stage -> stages.add(new Skeleton.Stage(
                        stage.path("channels").intValue(),
                        stage.path("blocks").intValue(),
                        stage.path("stride").intValue())));
        BlockFamily family = values.word("/space/family", BlockFamily.class);
        return new SpaceDescription(
                values.text("/space/name"),
                new Skeleton(
                        values.integer("/space/stem"),
                        stages,
                        values.integer("/space/tap") - 1,
                        values.integer("/space/last"),
                        values.integer("/space/middle"),
                        Decoder.valueOf(
                                values.text("/space/decoder").replace('-', '_').toUpperCase(Locale.ROOT))),
                family,
                values.has(OPTIONS.toString())
                        ? values.texts(OPTIONS.toString()).stream()
                                .map(BlockOption::parse)
                                .toList()
                        : family.options());
    }
}
