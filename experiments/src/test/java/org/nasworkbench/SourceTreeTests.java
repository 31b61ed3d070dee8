package org.nasworkbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The repository as a tree of files. */
class SourceTreeTests {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."))
            .toAbsolutePath()
            .getParent()
            .normalize();

    /** What is made by building and running, not kept. */
    private static final Set<String> MADE = Set.of(".git", "target", "runs", "latency", "shared", ".idea", ".vscode");

    private static final int LONGEST = 600;
    private static final int LONG = 300;
    private static final int LONG_FILES = 8;

    private static List<Path> files;

    @BeforeAll
    static void walk() throws IOException {
        files = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean source = folder.toString().contains("src");
                return !source && MADE.contains(folder.getFileName().toString()) && !folder.equals(ROOT)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        TreeSet<Path> silent = new TreeSet<>();
        java().stream()
                .filter(file -> file.toString().replace('\\', '/').contains("/src/main/"))
                .map(Path::getParent)
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .forEach(silent::add);
        assertEquals(Set.of(), silent);
    }

    @Test
    void filesAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        List<String> longOnes = new ArrayList<>();
        for (Path file : java()) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONG) {
                longOnes.add(ROOT.relativize(file) + ": " + lines);
            }
            if (lines > LONGEST) {
                tooLong.add(ROOT.relativize(file) + ": " + lines);
            }
        }
        assertTrue(java().size() > 250, () -> "only " + java().size() + " files were looked at");
        assertEquals(List.of(), tooLong, "no file is longer than " + LONGEST + " lines");
        assertTrue(longOnes.size() <= LONG_FILES, () -> "few files are longer than " + LONG + " lines: " + longOnes);
    }

    @Test
    void noFileNamesAFolderOfSomebodysMachine() throws IOException {
        Pattern homes = Pattern.compile("/(root|home/[a-z]+|Users/[A-Za-z]+|tmp/[a-z]+)/|[A-Z]:\\\\Users\\\\");
        List<String> found = new ArrayList<>();
        for (Path file : files) {
            if (!isText(file)) {
                continue;
            }
            Matcher matcher = homes.matcher(Files.readString(file));
            if (matcher.find()) {
                found.add(ROOT.relativize(file) + ": " + matcher.group());
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<Path> java() {
        return files.stream().filter(file -> file.toString().endsWith(".java")).toList();
    }

    private static boolean isText(Path file) {
        return file.toString()
                .matches(".*\\.(java|md|yaml|yml|xml|csv|json|sql|html|svg|tex|properties|cmd|txt|sh|editorconfig)"
                        + "|.*[/\\\\](nas|mvnw|run|NOTICE|LICENSE|[.]gitignore)");
    }
}
