package org.nasworkbench.experiment.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.StudyOutputs;
import org.nasworkbench.figures.Format;

/**
 * Holds the outputs of a run against its record. Tables, figures and report follow from the record alone, so they are made again
 * and compared to the letter: a digit that was altered in any of them is seen, and one that was altered in the record is too, since
 * they no longer follow from it.
 */
public final class RunVerification {
    private RunVerification() {}

    /**
     * Verifies a folder; where it holds no record, its tables against each other.
     *
     * @throws IllegalArgumentException if it is no folder of a run
     */
    public static Verification of(RunFolder folder) throws IOException {
        if (folder.holdsRun()) {
            return byRecord(folder);
        }
        if (Files.exists(folder.root().resolve("summary.csv"))) {
            return SummaryCheck.of(folder);
        }
        throw new IllegalArgumentException(
                "a run's folder must hold study.db, or summary.csv at least, but " + folder.root() + " has neither");
    }

    private static Verification byRecord(RunFolder folder) throws IOException {
        RunFolder again = new RunFolder(Files.createTempDirectory("nas-verify"));
        try {
            StudyOutputs.write(folder, again, EnumSet.of(Format.SVG));
            List<Mismatch> mismatches = new ArrayList<>();
            List<String> checked = new ArrayList<>();
            for (Path made : files(again.root())) {
                String name = again.root().relativize(made).toString();
                Path written = folder.root().resolve(name);
                checked.add(name);
                if (!Files.exists(written)) {
                    mismatches.add(new Mismatch(written, 1, "no such file", "a file"));
                    continue;
                }
                FirstDifference.of(written, text(written), text(made)).ifPresent(mismatches::add);
            }
            return new Verification(mismatches, checked, unchecked(folder, checked));
        } finally {
            for (Path path : all(again.root())) {
                Files.delete(path);
            }
        }
    }

    /** What else lies there with numbers in it. */
    private static List<String> unchecked(RunFolder folder, List<String> checked) throws IOException {
        List<String> unchecked = new ArrayList<>();
        for (Path file : files(folder.root())) {
            String name = folder.root().relativize(file).toString();
            if ((name.endsWith(".csv") || name.endsWith(".svg")) && !checked.contains(name)) {
                unchecked.add(name + " does not follow from the record");
            }
        }
        if (Files.exists(folder.figures())) {
            unchecked.add("figures as PDF and PNG: the same drawings as the SVG files, made again by nas figures");
        }
        return unchecked;
    }

    private static List<Path> files(Path root) throws IOException {
        return all(root).stream().filter(Files::isRegularFile).sorted().toList();
    }

    private static List<Path> all(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            return walk.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
