package org.nasworkbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.StudyReader;
import org.nasworkbench.results.RunKey;

/** What docs/SECURITY.md promises, as far as a program can see it. */
class SecurityRulesTests {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    /** A piece of SQL that something other than another piece is joined to. */
    private static final Pattern JOINED = Pattern.compile(
            "\"[^\"\\n]*\\b(SELECT|INSERT|UPDATE|DELETE|WHERE|FROM|VALUES|PRAGMA)\\b[^\"\\n]*\"\\s*\\+\\s*(?!\\s*\")");

    private static final String STUDY = """
            name: %s
            space: {name: nb201}
            score: {column: c10_val_e200}
            report: c10_val_e200
            objective: {form: none}
            budget: {trials: 5}
            strategies: [{name: %s, type: random-search}]
            seeds: [1]
            """;

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path main : modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(main)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                }
            }
        }
        assertTrue(sources.size() > 200, () -> "only " + sources.size() + " files were looked at");
        return sources;
    }

    private static Set<String> with(Pattern pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        for (Path source : sources()) {
            if (pattern.matcher(Files.readString(source)).find()) {
                names.add(source.getFileName().toString());
            }
        }
        return names;
    }

    @Test
    void valuesReachTheDatabaseAsParametersAlone() throws IOException {
        assertEquals(Set.of("SqliteFile.java"), with(JOINED), "which copies tables by their quoted names");
        assertTrue(JOINED.matcher("query(\"SELECT 1 FROM trial WHERE name = '\" + name + \"'\")")
                .find());
        assertFalse(JOINED.matcher("query(\"SELECT 1 FROM trial\"\n    + \" WHERE name = ?\", name)")
                .find());
    }

    @Test
    void objectsAreReadThroughAFilterAlone() throws IOException {
        assertEquals(
                Set.of("KeptNetwork.java", "MessageFilter.java"), with(Pattern.compile("new ObjectInputStream\\(")));
        assertEquals(Set.of(), with(Pattern.compile("XMLDecoder|ScriptEngine|org\\.yaml\\.snakeyaml|new Load\\(")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "..", "a/b", "/etc/x", "..\\\\x", "C:x", "a b", "-x", "\u00e9", "x\\u0000"})
    void namesInAStudyAreNoPaths(String name) throws Exception {
        for (String text :
                List.of(STUDY.formatted("\"" + name + "\"", "a"), STUDY.formatted("a", "\"" + name + "\""))) {
            String told = assertThrows(
                            InvalidStudyException.class, () -> StudyReader.parse(text, "study.yaml", ROOT, List.of()))
                    .getMessage();
            assertTrue(told.contains("must be at most 64 lower-case letters, digits and hyphens"), told);
        }
        StudyReader.parse(STUDY.formatted("a", "b"), "study.yaml", ROOT, List.of());
    }

    /** A plug-in may call its work anything, and a record that somebody else made may hold any name. */
    @ParameterizedTest
    @ValueSource(strings = {"../x", "../../x", "a/b", "/etc/x", "..\\x", "C:x", "a\u0000b", "a\nb", ""})
    void noNameLeadsOutOfTheFolderOfARun(String name) {
        RunFolder folder = new RunFolder(Path.of("runs/study"));
        for (RunKey run : List.of(new RunKey(name, 1), new RunKey("search", 1))) {
            String work = run.strategy().equals(name) ? "work" : name;
            String told = assertThrows(IllegalArgumentException.class, () -> folder.checkpoint(run, work))
                    .getMessage();
            assertTrue(told.startsWith("a name of a run or its work must be a plain file name, but was '"), told);
        }
        assertEquals(
                Path.of("runs/study/checkpoints/search-1/final-3.bin"),
                folder.finalNetwork(new RunKey("search", 1), 3));
    }
}
