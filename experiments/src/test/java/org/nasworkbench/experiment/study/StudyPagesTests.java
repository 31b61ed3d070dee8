package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages about the committed runs. */
class StudyPagesTests {
    private static final Path ROOT = Path.of("..");
    private static final Set<String> NO_STUDIES = Set.of("latency", "published");

    private static Set<String> names(Path folder, String end) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(end) && !name.equals("README.md"))
                    .map(name -> name.substring(0, name.length() - end.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void everyCommittedRunHasItsQuestionItsCommandItsTimeAndItsFinding() throws Exception {
        Set<String> runs;
        try (Stream<Path> folders = Files.list(ROOT.resolve("results/reference"))) {
            runs = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !NO_STUDIES.contains(name))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Path pages = ROOT.resolve("docs/studies");
        assertEquals(runs, names(pages, ".md"));
        String list = Files.readString(pages.resolve("README.md"));
        for (String run : runs) {
            String page = Files.readString(pages.resolve(run + ".md"));
            for (String part : List.of("**Question.**", "**Command.**", "**Time.**", "**Finding.**")) {
                assertTrue(page.contains(part), run + ": " + part);
            }
            assertTrue(page.contains("./nas run experiments/" + run + ".yaml"), run);
            assertTrue(Files.exists(ROOT.resolve("experiments/" + run + ".yaml")), run);
            assertTrue(list.contains("(" + run + ".md)"), run);
        }
    }
}
