package org.nasworkbench.experiment.reproduce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.results.FactCsv;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyTables;

/** The tables of a run: those of its record, or where that is not there, those that were written beside it. */
record Recorded(
        Optional<FactCsv> trials, Optional<FactCsv> finals, Optional<FactCsv> summary, Optional<FactCsv> correlations) {
    /** @throws IllegalArgumentException if the folder has none */
    static Recorded of(RunFolder folder) throws IOException {
        if (folder.holdsRun()) {
            StudyResults results = StoredStudy.read(folder.store());
            Path tables = Files.createTempDirectory("nas-tables");
            try {
                StudyTables.write(results, tables);
                Recorded read = in(tables);
                return new Recorded(read.trials, read.finals, read.summary, table(folder.root(), "correlations"));
            } finally {
                delete(tables);
            }
        }
        Recorded written = in(folder.root());
        if (written.summary.isEmpty()) {
            throw new IllegalArgumentException("a run's folder must hold study.db, or summary.csv at least, but "
                    + folder.root() + " has neither");
        }
        return written;
    }

    private static Recorded in(Path folder) throws IOException {
        return new Recorded(
                table(folder, "trials"),
                table(folder, "finals"),
                table(folder, "summary"),
                table(folder, "correlations"));
    }

    private static Optional<FactCsv> table(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".csv");
        return Files.exists(file) ? Optional.of(FactCsv.read(file)) : Optional.empty();
    }

    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
