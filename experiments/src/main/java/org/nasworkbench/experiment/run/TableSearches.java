package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.latency.fitted.TimedNetworks;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Objective;
import org.nasworkbench.table.ColumnTable;
import org.nasworkbench.table.Tables;
import org.nasworkbench.work.Seeds;

/** Searches of one strategy of a table study, with other seeds or other latencies than the study's own, at its budget; nothing is kept. */
final class TableSearches {
    private final Study study;
    private final TableSpec spec;
    private final ColumnTable table;
    private final StrategySpec strategy;
    private final int threads;

    /**
     * Loads the study's table.
     *
     * @param strategy by name; empty: the first that the study lists
     * @throws IllegalArgumentException for a study that trains networks, or an unknown strategy
     */
    TableSearches(Study study, Optional<String> strategy, int threads) {
        this.study = study;
        if (!(study.ground() instanceof TableSpec tableSpec)) {
            throw new IllegalArgumentException(
                    "this asks for hundreds of searches and needs a study whose scores come from a table, but "
                            + study.source()
                            + " trains networks");
        }
        spec = tableSpec;
        table = Tables.load(spec.definition(), spec.source(), spec.more());
        this.strategy = Search.spec(study, strategy);
        this.threads = threads;
    }

    String strategy() {
        return strategy.name();
    }

    SearchSpace space() {
        return table.space();
    }

    Objective objective() {
        return study.objective();
    }

    List<Long> seeds() {
        return study.seeds();
    }

    /** What scores are called. */
    String scoreName() {
        return spec.definition().report().get(0);
    }

    /** The study's own latency. @throws IllegalArgumentException if it has none */
    LatencyEvaluator latency() throws IOException {
        return TableGround.of(study, spec, table)
                .latency()
                .orElseThrow(() -> new IllegalArgumentException("a study must say where latencies come from, but "
                        + study.source() + " does not: add latency"));
    }

    /** All networks of the table whose latency is known, with it. */
    TimedNetworks timed(LatencyEvaluator by) {
        List<Architecture> networks = table.architectures().stream()
                .filter(network -> table.lookUp(network, table.fullEpochs(), 0)
                        .outcome()
                        .score()
                        .isPresent())
                .toList();
        return new TimedNetworks(
                table.space(),
                networks,
                networks.stream()
                        .mapToDouble(network -> by.of(network).millis())
                        .toArray());
    }

    /** What the table reports of a network; NaN where it reports nothing. */
    double score(Architecture architecture) {
        return table.report(architecture).getOrDefault(scoreName(), Double.NaN);
    }

    /** The study's own ground. */
    Ground ground() throws IOException {
        return TableGround.of(study, spec, table);
    }

    /** The networks chosen by another latency and objective, by the study's seeds; empty where none could be. */
    List<Optional<Architecture>> chosen(LatencyEvaluator latency, Objective objective) throws InterruptedException {
        return chosen(new Ground(table.space(), objective, Optional.of(latency), table), study.seeds());
    }

    /** The networks chosen, seed by seed; empty where none could be. */
    List<Optional<Architecture>> chosen(Ground ground, List<Long> seeds) throws InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Optional<Architecture>>> searches = new ArrayList<>();
            seeds.forEach(seed -> searches.add(() -> search(ground, seed)));
            List<Optional<Architecture>> chosen = new ArrayList<>();
            for (Future<Optional<Architecture>> done : pool.invokeAll(searches)) {
                chosen.add(done.get());
            }
            return chosen;
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "a search could not be done: " + e.getCause().getMessage(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Optional<Architecture> search(Ground ground, long seed) throws InterruptedException {
        RunKey run = new RunKey(strategy.name(), seed);
        return new Search(run, strategy)
                .in(new StudyLaboratory(
                        run,
                        ground,
                        new TableAnswers(table, Seeds.derive(seed, "table")),
                        new NoLog(),
                        Search.meter(study),
                        new SimulatedClock(spec.workers()),
                        study.repeatsCharged(),
                        new RunProgress(run)))
                .chosen()
                .map(Trial::architecture);
    }
}
