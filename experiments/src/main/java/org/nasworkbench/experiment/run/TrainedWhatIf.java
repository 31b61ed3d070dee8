package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.latency.FasterOperation;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.results.Measure;
import org.nasworkbench.results.Sample;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.space.SearchSpace;

/**
 * Where networks are trained: a whole run of the study by each latency, with baselines and final trainings, in a folder of its own. All go
 * by the table of the first run, as it is or altered. Asked again after an interruption, each goes on where it was.
 */
public final class TrainedWhatIf implements WhatIf.Searches {
    private final Study study;
    private final String strategy;
    private final Runs runs;
    private final Path folder;

    /** How the study is read and run. */
    public interface Runs {
        /** The study by another latency table; empty: by its own. */
        Study study(Optional<Path> table) throws IOException, InvalidStudyException;

        /**
         * What comes out of it, after a run to its end.
         *
         * @throws IllegalStateException if a search failed
         */
        StudyResults results(Study study, RunFolder folder) throws IOException, InterruptedException;
    }

    /**
     * Prepares the runs.
     *
     * @param strategy by name; empty: the first of the study
     * @param folder above those of the runs
     */
    public TrainedWhatIf(Runs runs, Optional<String> strategy, Path folder) throws IOException, InvalidStudyException {
        this.study = runs.study(Optional.empty());
        this.strategy = Search.spec(study, strategy).name();
        this.runs = runs;
        this.folder = folder;
    }

    @Override
    public String latencies() throws IOException {
        return "latency table of " + asItIs().latency() + ": " + table().check().summary();
    }

    @Override
    public String strategy() {
        return strategy;
    }

    @Override
    public int seeds() {
        return study.seeds().size();
    }

    @Override
    public String scoreName() {
        return Measure.FINAL_SCORE.label();
    }

    @Override
    public SearchSpace space() {
        return GroundWork.space(study);
    }

    @Override
    public WhatIf.Found found() throws IOException, InterruptedException {
        return found(study, asItIs());
    }

    @Override
    public Optional<WhatIf.Found> found(FasterOperation faster)
            throws IOException, InvalidStudyException, InterruptedException {
        LatencyTable table = table();
        LatencyTable altered = faster.in(table);
        if (altered.entries().equals(table.entries())) {
            return Optional.empty();
        }
        String name = faster.operation() + "-" + faster.factor() + "-times-as-fast";
        RunFolder run = new RunFolder(folder.resolve(name));
        if (Files.exists(run.latency()) && !LatencyTableFile.read(run.latency()).equals(altered)) {
            throw new IllegalArgumentException("the runs of a question must begin with one latency table, but "
                    + run.root() + " began with another than " + asItIs().root() + "; use --out for another folder");
        }
        Path file = folder.resolve(name + ".csv");
        LatencyTableFile.write(altered, file);
        return Optional.of(found(runs.study(Optional.of(file)), run));
    }

    private WhatIf.Found found(Study searched, RunFolder run) throws IOException, InterruptedException {
        List<StudyResults.Run> found = runs.results(searched, run).runs().stream()
                .filter(row -> row.strategy().equals(strategy))
                .toList();
        double[] scores = new double[found.size()];
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            StudyResults.Run row = found.get(i);
            row.latencyMillis().ifPresent(millis::add);
            scores[i] = row.finalScore()
                    .orElseThrow(() ->
                            new IllegalStateException("a search must choose a network that has a final score, but "
                                    + row.key() + " has none (" + run.report() + ")"));
        }
        return new WhatIf.Found(Sample.of(scores), new Sample(millis).mean());
    }

    private RunFolder asItIs() {
        return new RunFolder(folder.resolve("as-it-is"));
    }

    private LatencyTable table() throws IOException {
        return LatencyTableFile.read(asItIs().latency());
    }
}
