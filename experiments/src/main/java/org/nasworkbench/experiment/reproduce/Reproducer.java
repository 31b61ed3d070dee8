package org.nasworkbench.experiment.reproduce;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.experiment.run.Fingerprints;
import org.nasworkbench.experiment.run.LatencyStock;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.RunManifest;
import org.nasworkbench.experiment.run.StudyRunner;
import org.nasworkbench.experiment.run.TrialsAgain;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.results.FactCsv;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoredStudy;

/**
 * Makes a run again from its folder alone: the manifest holds the study, {@code latency.csv} the latencies, the record or the
 * tables what came out. Nothing is measured anew that a result depends on.
 */
public final class Reproducer {
    private static final List<String> TRIAL = List.of("strategy", "seed", "number");
    private static final List<String> FINAL = List.of("strategy", "seed", "final_seed");
    private static final List<String> RUN = List.of("strategy", "seed");

    private final RunFolder original;
    private final RunManifest manifest;
    private final Study study;
    private final Recorded recorded;
    private final ExecutorSpec workers;
    private final Duration patience;
    private final TableComparison comparison;
    private final PrintStream progress;

    /**
     * Reads the folder.
     *
     * @param data where the data set lies on this machine; empty: where the study says
     * @param tolerance of scores that are not the same, a fraction
     * @throws IllegalArgumentException if the folder lacks something
     * @throws InvalidStudyException if this version cannot run the study, or does not find what it reads
     */
    public Reproducer(
            RunFolder original,
            Optional<Path> data,
            ExecutorSpec workers,
            Duration patience,
            double tolerance,
            PrintStream progress)
            throws IOException, InvalidStudyException {
        this.original = original;
        this.workers = workers;
        this.patience = patience;
        this.progress = progress;
        manifest = RunManifest.read(original);
        if (manifest.forked()) {
            throw new IllegalArgumentException("a run must begin at its first trial to be made again, but "
                    + original.root() + " was forked: make the run that it was forked from again, and fork that");
        }
        if (data.isPresent() && manifest.readsTable()) {
            throw new IllegalArgumentException(
                    "--data names the images of a study with a task, but " + manifest.study() + " reads a table");
        }
        List<String> changes = new ArrayList<>();
        data.ifPresent(folder -> changes.add("task.dir=" + folder.toAbsolutePath()));
        study = manifest.study(original, changes);
        recorded = Recorded.of(original);
        comparison = new TableComparison(study.ground() instanceof TableSpec, tolerance);
    }

    /**
     * Runs the whole study again.
     *
     * @param out where it is run; taken up there if it was interrupted
     */
    public Reproduction all(RunFolder out) throws IOException, InterruptedException {
        List<Cause> causes = causes();
        List<String> notes = new ArrayList<>();
        if (causes.stream().anyMatch(Cause::isData)) {
            return reproduction(List.of(), causes, notes);
        }
        if (study.ground() instanceof TableSpec) {
            Files.createDirectories(out.root());
        } else {
            takeLatency(out);
        }
        Map<RunKey, String> failures = new StudyRunner(
                        study,
                        out,
                        workers,
                        patience,
                        new LatencyStock(out.root().resolve("latency")),
                        progress)
                .run();
        failures.forEach((run, why) -> notes.add(run + " failed: " + why));
        Recorded again = Recorded.of(out);
        List<Part> parts = new ArrayList<>();
        compare("trials", recorded.trials(), again.trials(), TRIAL, parts, notes);
        compare("finals", recorded.finals(), again.finals(), FINAL, parts, notes);
        compare("summary", recorded.summary(), again.summary(), RUN, parts, notes);
        if (recorded.correlations().isPresent()) {
            compare(
                    "correlations",
                    recorded.correlations(),
                    again.correlations(),
                    List.of("column", "target"),
                    parts,
                    notes);
        }
        return reproduction(parts, causes, notes);
    }

    private void takeLatency(RunFolder out) throws IOException {
        if (!Files.exists(original.latency())) {
            throw new IllegalArgumentException(
                    "a run must be made again with the latency table that it began with, but " + original.root()
                            + " has no latency.csv");
        }
        Files.createDirectories(out.root());
        Files.copy(original.latency(), out.latency(), StandardCopyOption.REPLACE_EXISTING);
    }

    private void compare(
            String name,
            Optional<FactCsv> then,
            Optional<FactCsv> now,
            List<String> keys,
            List<Part> parts,
            List<String> notes) {
        if (then.isEmpty()) {
            notes.add(name + " could not be compared, for the run's folder has none");
        } else {
            parts.add(comparison.compare(name, then.get(), now.orElseThrow(), keys, true));
        }
    }

    /** Makes single trials and final trainings again, without the searches. */
    public Reproduction some(List<RowName> names) throws IOException, InterruptedException {
        List<Cause> causes = causes();
        if (causes.stream().anyMatch(Cause::isData)) {
            return reproduction(List.of(), causes, List.of());
        }
        FactCsv trials = recorded.trials()
                .orElseThrow(() -> new IllegalArgumentException(
                        "single trials can be made again only where they are recorded, but " + original.root()
                                + " has no trials"));
        RunFolder scratch = new RunFolder(Files.createTempDirectory("nas-reproduce"));
        try (TrialsAgain again = new TrialsAgain(study, original, scratch, workers, patience)) {
            SingleRows rows = new SingleRows(study, again, trials, recorded.finals());
            List<Part> parts = new ArrayList<>();
            FactCsv made =
                    rows.trials(names.stream().filter(name -> !name.isFinal()).toList());
            parts.add(comparison.compare("trials", trials, made, TRIAL, false));
            List<RowName> ends = names.stream().filter(RowName::isFinal).toList();
            if (recorded.finals().isPresent()) {
                parts.add(comparison.compare("finals", recorded.finals().get(), rows.finals(ends), FINAL, false));
            }
            return reproduction(parts, causes, rows.notes());
        } finally {
            Recorded.delete(scratch.root());
        }
    }

    /** So many trials that the run trained, drawn evenly over all of them: the same ones each time. */
    public List<RowName> sample(int size) {
        List<FactCsv.Row> trained = recorded.trials().stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.text("cached").equals("false"))
                .toList();
        int drawn = Math.min(size, trained.size());
        List<RowName> names = new ArrayList<>();
        for (int i = 0; i < drawn; i++) {
            FactCsv.Row row = trained.get((int) ((2L * i + 1) * trained.size() / (2L * drawn)));
            names.add(new RowName(new RunKey(row.text("strategy"), row.whole("seed")), false, row.whole("number")));
        }
        return names;
    }

    /** The record's own word against the manifest's first: an altered manifest is no other machine. */
    private List<Cause> causes() {
        List<Cause> causes = new ArrayList<>();
        if (original.holdsRun()) {
            String spec = StoredStudy.read(original.store()).facts().get("spec");
            if (!manifest.spec().equals(spec)) {
                causes.add(new Cause("study text", "the record's", "the manifest's, which is another"));
            }
        }
        if (!manifest.seeds().equals(study.seeds())) {
            causes.add(new Cause("seeds", manifest.seeds().toString(), study.seeds() + " in the study's text"));
        }
        causes.addAll(Cause.all(manifest, Fingerprints.of(study), RunManifest.hereAndNow()));
        return causes;
    }

    private Reproduction reproduction(List<Part> parts, List<Cause> causes, List<String> notes) {
        return new Reproduction(original.root().toString(), manifest, comparison.tolerance(), parts, causes, notes);
    }
}
