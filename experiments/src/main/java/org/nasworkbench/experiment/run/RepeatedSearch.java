package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.util.stream.IntStream;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.Sample;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.table.ColumnTable;
import org.nasworkbench.table.Tables;
import org.nasworkbench.work.Seeds;

/** One strategy of a study on a table, run many times without a record: as in the study, but for the seeds. */
public final class RepeatedSearch {
    private final Study study;
    private final StrategySpec strategy;
    private final TableSpec spec;
    private final ColumnTable table;
    private final Ground ground;

    /**
     * A search.
     *
     * @param strategy the name of one of the study's strategies
     * @throws IllegalArgumentException if the study trains networks, or has no strategy of that name
     */
    public RepeatedSearch(Study study, String strategy) throws IOException {
        if (!(study.ground() instanceof TableSpec onTable)) {
            throw new IllegalArgumentException(
                    "searches are repeated on a table, but " + study.name() + " trains its networks");
        }
        this.study = study;
        this.strategy = study.strategies().stream()
                .filter(one -> one.name().equals(strategy))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a strategy must be one of "
                        + study.strategies().stream().map(StrategySpec::name).toList() + ", but was '" + strategy
                        + "'"));
        spec = onTable;
        table = Tables.load(spec.definition(), spec.source(), spec.more());
        ground = new Ground(table.space(), study.objective(), table.latency(), table);
    }

    /** What the choices of so many runs are worth, with seeds from 1 on. */
    public Sample finalScores(int runs) {
        return Sample.of(IntStream.rangeClosed(1, runs)
                .parallel()
                .mapToDouble(this::finalScore)
                .toArray());
    }

    /** The name of the score. */
    public String score() {
        return spec.definition().report().get(0);
    }

    private double finalScore(int seed) {
        RunKey run = new RunKey(strategy.name(), seed);
        try {
            SearchResult result = new Search(run, strategy)
                    .in(new StudyLaboratory(
                            run,
                            ground,
                            new TableAnswers(table, Seeds.derive(seed, "table")),
                            new NoLog(),
                            Search.meter(study),
                            new SimulatedClock(spec.workers()),
                            study.repeatsCharged(),
                            new RunProgress(run)));
            Double score = result.chosen()
                    .map(Trial::architecture)
                    .map(chosen -> table.report(chosen).get(score()))
                    .orElse(null);
            if (score == null) {
                throw new IllegalStateException(
                        "a run must choose a network with a " + score() + ", but " + run + " did not");
            }
            return score;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the searches are being stopped", e);
        }
    }
}
