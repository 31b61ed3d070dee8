package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.results.Sample;
import org.nasworkbench.space.Architecture;

/** One strategy of a study on a table, run many times without a record: as in the study, but for the seeds. */
public final class RepeatedSearch {
    private final TableSearches searches;

    /**
     * A search.
     *
     * @param strategy the name of one of the study's strategies
     * @throws IllegalArgumentException if the study trains networks, or has no strategy of that name
     */
    public RepeatedSearch(Study study, String strategy) {
        searches = new TableSearches(
                study, Optional.of(strategy), Runtime.getRuntime().availableProcessors());
    }

    /** What the choices of so many runs are worth, with seeds from 1 on. */
    public Sample finalScores(int runs) throws IOException, InterruptedException {
        List<Optional<Architecture>> chosen = searches.chosen(
                searches.ground(), LongStream.rangeClosed(1, runs).boxed().toList());
        return Sample.of(chosen.stream()
                .mapToDouble(network -> network.map(searches::score)
                        .orElseThrow(() -> new IllegalStateException("a run must choose a network, but one did not")))
                .toArray());
    }

    /** The name of the score. */
    public String score() {
        return searches.scoreName();
    }
}
