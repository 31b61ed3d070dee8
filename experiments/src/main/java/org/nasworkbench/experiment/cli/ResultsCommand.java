package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.results.StoreException;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyTables;
import org.nasworkbench.results.TableFormat;
import org.nasworkbench.results.TensorBoardFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The record of studies, for people with other tools. */
@Command(name = "results", description = "Lists and shows recorded studies and writes them for other tools.")
final class ResultsCommand {
    @Command(description = "Lists the studies below a folder.")
    int list(
            @Parameters(paramLabel = "DIR", defaultValue = "runs") Path root,
            @Option(names = "--json", description = "as JSON") boolean json)
            throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IllegalArgumentException("a folder of runs must be there, but " + root + " is not");
        }
        List<Path> folders;
        try (Stream<Path> entries = Files.list(root)) {
            folders = entries.filter(entry -> new RunFolder(entry).holdsRun())
                    .sorted()
                    .toList();
        }
        int code = 0;
        List<Map<String, Object>> all = new ArrayList<>();
        for (Path folder : folders) {
            try {
                StudyResults results = StoredStudy.read(new RunFolder(folder).store());
                all.add(state(folder, results));
                if (!json) {
                    System.out.printf("%-40s %s%n", folder, state(results));
                }
            } catch (StoreException e) {
                System.err.println(e.getMessage());
                code = Nas.FAILED; // the others are shown all the same
            }
        }
        if (json) {
            System.out.println(Json.pretty(all));
        }
        return code;
    }

    private static String state(StudyResults results) {
        return "%d of %d runs done, %d trials"
                .formatted(
                        done(results), results.runs().size(), results.trials().size());
    }

    private static Map<String, Object> state(Path folder, StudyResults results) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("folder", folder.toString());
        state.put("study", results.name());
        state.put("runs", results.runs().size());
        state.put("done", done(results));
        state.put("trials", results.trials().size());
        return state;
    }

    private static long done(StudyResults results) {
        return results.runs().stream()
                .filter(run -> run.status().equals("done"))
                .count();
    }

    @Command(description = "Shows the table of a study.")
    int show(@Parameters(paramLabel = "RUN") Path run, @Option(names = "--json", description = "as JSON") boolean json)
            throws IOException {
        Printed.results(StoredStudy.read(new RunFolder(run).store()), json);
        return 0;
    }

    /** Kinds of files for other tools. */
    enum Kind {
        CSV,
        JSONL,
        PARQUET,
        TENSORBOARD
    }

    @Command(
            description = {
                "Writes summary, trials, ledger, finals, traces and fidelity as files of a format: .csv, .jsonl, or",
                ".parquet (by DuckDB, whose jar NAS_PLUGINS must name); or tensorboard/STRATEGY-SEED: event files of each run."
            })
    int export(
            @Parameters(paramLabel = "RUN") Path run,
            @Option(names = "--format", split = ",", paramLabel = "csv,jsonl,parquet,tensorboard", defaultValue = "csv")
                    List<Kind> formats,
            @Option(names = "--out", paramLabel = "DIR", description = "default: the run's folder") Path out)
            throws IOException {
        StudyResults results = StoredStudy.read(new RunFolder(run).store());
        Path into = out == null ? run : out;
        for (Kind format : formats) {
            if (format == Kind.TENSORBOARD) {
                TensorBoardFiles.write(results, into.resolve("tensorboard"));
            } else {
                StudyTables.write(results, into, TableFormat.valueOf(format.name()));
            }
        }
        return 0;
    }
}
