package org.nasworkbench.experiment.study;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nasworkbench.table.TableDefinition;
import org.nasworkbench.table.TableSource;

/**
 * Scores come from a table.
 *
 * @param definition what its columns mean
 * @param source where its rows are
 * @param more a file with further columns
 * @param terms absolute path of a table of latency terms, in place of a column of latencies
 * @param correlate columns to be held against each other
 * @param workers simulated devices that train side by side, at least 1
 */
public record TableSpec(
        TableDefinition definition,
        TableSource source,
        Optional<TableSource> more,
        Optional<Path> terms,
        Optional<Correlate> correlate,
        int workers)
        implements GroundSpec {
    /**
     * Columns that are held against another one.
     *
     * @param column whose ranking counts
     * @param with at least one
     */
    public record Correlate(String column, List<String> with) {
        public Correlate {
            with = List.copyOf(with);
        }
    }

    public TableSpec {
        Require.that(workers >= 1, "simulated workers must be at least 1", workers);
    }
}
