package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.experiment.worker.WorkerPool;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.SpaceMatch;
import org.nasworkbench.latency.TableLatency;
import org.nasworkbench.results.FinalTraining;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.table.ColumnTable;
import org.nasworkbench.table.Tables;
import org.nasworkbench.work.Seeds;

/**
 * Trains single networks of a study again, without the searches that proposed them: what a training gives depends on the run's seed
 * and the network alone.
 */
public final class TrialsAgain implements AutoCloseable {
    private final Study study;
    private final RunFolder scratch;
    private final StudyStore store;
    private final Optional<WorkerPool> pool;
    private final Optional<ColumnTable> table;
    private final Ground ground;
    private final Optional<LatencyEvaluator> latency;
    private Optional<String> latencyTrouble = Optional.empty();

    /**
     * Prepares for a study.
     *
     * @param latencies the folder whose {@code latency.csv} the study's run began with
     * @param scratch a folder for what is only needed meanwhile
     */
    public TrialsAgain(Study study, RunFolder latencies, RunFolder scratch, ExecutorSpec workers, Duration patience)
            throws IOException {
        this.study = study;
        this.scratch = scratch;
        store = new StudyStore(scratch.store());
        if (study.ground() instanceof TableSpec spec) {
            ColumnTable loaded = Tables.load(spec.definition(), spec.source(), spec.more());
            table = Optional.of(loaded);
            pool = Optional.empty();
            ground = TableGround.of(study, spec, loaded);
            latency = ground.latency();
        } else {
            table = Optional.empty();
            ground = GroundWork.unmeasured(study);
            latency = latency(latencies, (ChainSpace) ground.space());
            pool = Optional.of(new WorkerPool(store, workers.open(scratch.work()), patience));
        }
    }

    /** An earlier version wrote tables that this one does not read; trainings can be made again all the same. */
    private Optional<LatencyEvaluator> latency(RunFolder folder, ChainSpace space) throws IOException {
        if (!Files.exists(folder.latency())) {
            latencyTrouble = Optional.of("the run's folder has no latency.csv");
            return Optional.empty();
        }
        try {
            LatencyTable read = LatencyTableFile.read(folder.latency());
            SpaceMatch.of(space, read, folder.latency().toString());
            return Optional.of(new TableLatency(space, read));
        } catch (IllegalArgumentException e) {
            latencyTrouble = Optional.of(e.getMessage());
            return Optional.empty();
        }
    }

    /** Why there is no latency where the study has one. */
    public Optional<String> latencyTrouble() {
        return latencyTrouble;
    }

    /** The space that genotypes are of. */
    public SearchSpace space() {
        return ground.space();
    }

    /** Epochs of a training of full length. */
    public int fullEpochs() {
        return ground.evaluation().fullEpochs();
    }

    /** The latency of a network by the run's own table; empty where it has none. */
    public Optional<LatencyEvaluator> latency() {
        return latency;
    }

    /**
     * A training.
     *
     * @param repeat how often the run has had the same network trained before, with repeats charged
     */
    public record Request(RunKey run, String genotype, int epochs, int repeat) {}

    /** Trains networks, side by side where there are workers; outcomes in the order of the requests. */
    public List<Outcome> train(List<Request> requests) throws InterruptedException {
        List<CompletableFuture<Answers.Answer>> asked =
                requests.stream().map(this::ask).toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (CompletableFuture<Answers.Answer> answer : asked) {
            outcomes.add(StudyLaboratory.await(answer).outcome());
        }
        return outcomes;
    }

    private CompletableFuture<Answers.Answer> ask(Request request) {
        RunKey run = request.run();
        Answers answers = table.isPresent()
                ? new TableAnswers(table.get(), Seeds.derive(run.seed(), "table"))
                : new TrainedAnswers(run, ground, store, pool.orElseThrow(), scratch);
        return answers.ask(space().parse(request.genotype()), request.epochs(), request.repeat(), answer -> {});
    }

    /**
     * Trains a chosen network to the end again, from scratch.
     *
     * @throws IllegalArgumentException in a study of a table, which only reports
     */
    public FinalTraining trainToTheEnd(RunKey run, String genotype, long finalSeed) throws InterruptedException {
        Architecture network = space().parse(genotype);
        Map<RunKey, Architecture> chosen = new LinkedHashMap<>();
        chosen.put(run, network);
        new FinalTrainings(
                        ground,
                        store,
                        pool.orElseThrow(() -> new IllegalArgumentException(
                                "networks are trained to the end only in a study with a task, but " + study.source()
                                        + " reads a table")),
                        scratch,
                        study.trained().finale().epochs(),
                        Map.of())
                .train(chosen, List.of(finalSeed));
        return store.finals().stream()
                .filter(done -> done.run().equals(run) && done.finalSeed() == finalSeed)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        pool.ifPresent(WorkerPool::close);
        store.close();
    }
}
