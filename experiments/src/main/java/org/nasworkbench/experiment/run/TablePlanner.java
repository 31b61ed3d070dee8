package org.nasworkbench.experiment.run;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.Strategies;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.table.ColumnTable;
import org.nasworkbench.table.Tables;
import org.nasworkbench.work.Seeds;

/** Estimates what a study of a table takes: how many trainings the budget pays for, and how long short searches by it take here. */
public final class TablePlanner {
    private static final int SAMPLED_TRAININGS = 200;

    private final Study study;
    private final TableSpec spec;
    private final int threads;

    public TablePlanner(Study study, TableSpec spec, int threads) {
        this.study = study;
        this.spec = spec;
        this.threads = threads;
    }

    /**
     * Loads the table and makes the estimate; takes some seconds.
     *
     * @throws org.nasworkbench.table.InvalidTableException listing every bad row
     */
    public TablePlan plan() throws Exception {
        ColumnTable table = Tables.load(spec.definition(), spec.source(), spec.more());
        Ground ground = TableGround.of(study, spec, table);
        RunFolder scratch = new RunFolder(Files.createTempDirectory("nas"));
        List<TablePlan.Row> rows = new ArrayList<>();
        try (StudyStore store = new StudyStore(scratch.store())) {
            for (StrategySpec strategy : study.strategies()) {
                rows.add(row(strategy, ground, table, store));
            }
        } finally {
            scratch.clear();
        }
        return new TablePlan(
                table.space().name(),
                table.rows(),
                table.meanSeconds(),
                rows,
                rows.stream().mapToDouble(TablePlan.Row::simulatedSeconds).sum(),
                rows.stream().mapToDouble(TablePlan.Row::wallSeconds).sum() / threads,
                threads);
    }

    private TablePlan.Row row(StrategySpec strategy, Ground ground, ColumnTable table, StudyStore store)
            throws InterruptedException {
        int seeds = study.seeds().size();
        int trainings = trainings(strategy, ground, table);
        int sampled = Math.min(SAMPLED_TRAININGS, trainings);
        try {
            // The first search also loads classes and lets the JVM compile.
            search(new RunKey(strategy.name(), 1), strategy, sampled, ground, table, store);
            double seconds = search(new RunKey(strategy.name(), 2), strategy, sampled, ground, table, store);
            return new TablePlan.Row(
                    strategy.name(),
                    seeds,
                    trainings,
                    seeds * trainings * table.meanSeconds(),
                    seeds * seconds * trainings / sampled,
                    Optional.empty());
        } catch (RuntimeException | LinkageError e) {
            return new TablePlan.Row(strategy.name(), seeds, 0, 0, 0, Optional.of(String.valueOf(e.getMessage())));
        }
    }

    /** How many trainings of average length one seed can pay for, if it wants so many. */
    private int trainings(StrategySpec strategy, Ground ground, ColumnTable table) {
        StrategyProvider provider = Strategies.provider(strategy.type());
        OptionalInt wanted = provider.plan(ground, new Settings(provider.settings(), strategy.settings()))
                .trainings();
        OptionalDouble seconds = study.budget().deviceSeconds(study.projection());
        double paid = seconds.isPresent()
                ? seconds.getAsDouble() / table.meanSeconds()
                : study.budget().trials().getAsInt();
        return (int) Math.max(1, Math.min(wanted.orElse(Integer.MAX_VALUE), paid));
    }

    /** Searches as the study will, with a small budget; returns how long that took, in seconds. */
    private double search(
            RunKey run, StrategySpec strategy, int trainings, Ground ground, ColumnTable table, StudyStore store)
            throws InterruptedException {
        store.addRun(run, strategy.type(), Json.text(strategy.settings()));
        long start = System.nanoTime();
        GroupedLog log = new GroupedLog(run, ground.space(), store);
        OptionalDouble unlimited = OptionalDouble.empty();
        new Search(run, strategy)
                .in(new StudyLaboratory(
                        run,
                        ground,
                        new TableAnswers(table, Seeds.derive(run.seed(), "table")),
                        log,
                        new BudgetMeter(new BudgetMeter.Limits(OptionalInt.of(trainings), unlimited, unlimited)),
                        new SimulatedClock(spec.workers()),
                        study.repeatsCharged(),
                        new RunProgress(run)));
        log.write(() -> {});
        return (System.nanoTime() - start) / 1e9;
    }
}
