package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.latency.LatencyCheck;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.fitted.AdditiveFit;
import org.nasworkbench.latency.fitted.FitQuality;
import org.nasworkbench.latency.fitted.FittedChain;
import org.nasworkbench.latency.fitted.TermTable;
import org.nasworkbench.latency.fitted.TimedNetworks;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.table.TableSource;
import org.nasworkbench.table.TermTableFile;
import org.nasworkbench.work.Seeds;

/**
 * An additive table that was learned from latencies of whole networks.
 *
 * @param terms some of which may not be known
 * @param check how well networks are predicted that the table was not learned from; empty where there were too few
 * @param facts where it comes from
 */
public record LearnedTable(
        SearchSpace space, TermTable terms, Optional<LatencyCheck> check, Map<String, String> facts) {
    /** What an imported table says in place of a platform. */
    public static final String PLATFORM = "table";

    public LearnedTable {
        facts = new LinkedHashMap<>(facts);
    }

    /**
     * Fits terms to timings.
     *
     * @param source where the timings are
     * @param column of the latencies
     * @param device what was timed, in words
     */
    public static LearnedTable fitted(TimedNetworks timed, TableSource.File source, String column, String device) {
        AdditiveFit fit = AdditiveFit.of(timed);
        Optional<FitQuality> quality = FitQuality.crossValidated(timed, Seeds.random(1, "folds"));
        Map<String, String> facts = origin(source, column, device, timed.size());
        facts.put("fit", "least squares, " + fit.terms() + " terms and a base");
        facts.put(
                "cross-validation",
                quality.map(FitQuality::summary).orElse("none: too few networks for " + FitQuality.FOLDS + " parts"));
        return new LearnedTable(timed.space(), fit.table(), quality.map(FitQuality::check), facts);
    }

    /** Where timings come from. */
    static Map<String, String> origin(TableSource.File source, String column, String device, int networks) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("platform", PLATFORM);
        facts.put("runtime", "imported, measured elsewhere on " + device);
        facts.put("source", source.path().getFileName() + ", column " + column);
        facts.put("source-sha256", source.digest());
        facts.put("networks", Integer.toString(networks));
        facts.put("date", Instant.now().toString());
        return facts;
    }

    /**
     * Writes the table: for a chain as a latency table, by which a study can train; for other spaces as a table of terms.
     *
     * @throws IllegalArgumentException for a chain whose table has gaps or no check
     */
    public void write(Path file) throws IOException {
        if (space instanceof ChainSpace chain) {
            LatencyCheck checked = check.orElseThrow(
                    () -> new IllegalArgumentException(
                            "a latency table must be checked on networks that it was not learned from, but there were too few"));
            LatencyTableFile.write(FittedChain.table(chain, terms, facts, checked), file);
        } else {
            TermTableFile.write(space, facts, terms, file);
        }
    }
}
