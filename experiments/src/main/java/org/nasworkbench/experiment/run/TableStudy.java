package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.results.CorrelationTable.Row;
import org.nasworkbench.results.FinalTraining;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoreException;
import org.nasworkbench.results.StudyStore;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.table.ColumnTable;
import org.nasworkbench.table.Tables;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.Seeds;

/** A study whose scores come from a table: every strategy with every seed, spread over threads; each run is written as a whole. */
final class TableStudy {
    private final Study study;
    private final TableSpec spec;
    private final RunFolder folder;
    private final StudyStore store;
    private final Optional<Graft> graft;
    private final int threads;
    private final ProgressBoard board;

    TableStudy(
            Study study,
            TableSpec spec,
            RunFolder folder,
            StudyStore store,
            Optional<Graft> graft,
            int threads,
            ProgressBoard board) {
        this.study = study;
        this.spec = spec;
        this.folder = folder;
        this.store = store;
        this.graft = graft;
        this.threads = threads;
        this.board = board;
    }

    /** Runs what is not done yet; returns runs that failed, with the reason. */
    Map<RunKey, String> run() throws IOException, InterruptedException {
        ColumnTable table = Tables.load(spec.definition(), spec.source(), spec.more());
        Ground ground = TableGround.of(study, spec, table);
        if (graft.isPresent()) {
            graft.get().take(table.space());
        }
        Branch branch = Branch.of(study, store);
        StudyFactSheet.write(study, spec, table, store);
        Manifest.write(study, spec, branch, folder.manifest());
        if (spec.correlate().isPresent()) {
            for (Row row :
                    Correlations.write(spec, spec.correlate().get(), folder).rows()) {
                board.say(row.sentence());
            }
        }
        Queue<Search> open = new ConcurrentLinkedQueue<>();
        store.atomically(() -> Search.of(study).forEach(search -> {
            store.addRun(
                    search.run(), search.spec().type(), Json.text(search.spec().settings()));
            if (store.outcome(search.run()).isEmpty()) {
                open.add(search);
            }
        }));
        store.syncSeldom();
        Map<RunKey, String> failures = Collections.synchronizedMap(new TreeMap<>());
        RunCount count = new RunCount(open.size());
        board.add(count);
        try (ThreadDevices devices = new ThreadDevices(store, threads)) {
            devices.share(open, (search, device) -> {
                run(search, branch, ground, table, device).ifPresent(why -> failures.put(search.run(), why));
                count.add();
            });
        }
        board.say(count.line());
        return new LinkedHashMap<>(failures);
    }

    /** Runs one search and writes it as a whole; returns why it failed, if it did. */
    private Optional<String> run(
            Search search, Branch branch, Ground ground, ColumnTable table, ThreadDevices.Device device)
            throws InterruptedException {
        RunKey run = search.run();
        GroupedLog log = new GroupedLog(run, ground.space(), store);
        try {
            BudgetMeter meter = branch.meter(run);
            StudyLaboratory laboratory = new StudyLaboratory(
                    run,
                    ground,
                    new TableAnswers(table, Seeds.derive(run.seed(), "table")),
                    branch.log(run, log),
                    meter,
                    new SimulatedClock(spec.workers()),
                    study.repeatsCharged(),
                    new RunProgress(run));
            SearchResult result = search.in(branch.laboratory(run, laboratory, meter));
            log.write(() -> {
                long now = System.currentTimeMillis();
                store.finish(run, result.chosen(), result.searchScore(), result.front(), now);
                result.chosen().ifPresent(chosen -> store.addFinal(worth(run, chosen, table), now));
                device.charge(Optional.of(run), CostCategory.ENGINE, "search by the table");
            });
            return Optional.empty();
        } catch (StoreException e) {
            throw e; // no fault of the search
        } catch (RuntimeException | LinkageError e) {
            String why = Search.reason(e);
            log.write(() -> {
                store.fail(run, why, System.currentTimeMillis());
                device.charge(Optional.of(run), CostCategory.FAILED, why);
            });
            return Optional.of(why);
        }
    }

    /** What the table reports of a chosen network. */
    private FinalTraining worth(RunKey run, Trial chosen, ColumnTable table) {
        Map<String, Double> report = table.report(chosen.architecture());
        Double score = report.remove(spec.definition().report().get(0));
        return new FinalTraining(
                run,
                1,
                chosen.genotype(),
                false,
                score == null ? OptionalDouble.empty() : OptionalDouble.of(score),
                report,
                0,
                0,
                "");
    }
}
