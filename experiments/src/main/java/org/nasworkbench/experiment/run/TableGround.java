package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.table.ColumnTable;
import org.nasworkbench.table.TermTableFile;

/** The shared ground of a study whose scores come from a table. */
final class TableGround {
    private TableGround() {}

    static Ground of(Study study, TableSpec spec, ColumnTable table) throws IOException {
        Optional<LatencyEvaluator> latency =
                spec.terms().isPresent() ? Optional.of(terms(spec.terms().get(), table)) : table.latency();
        return new Ground(table.space(), study.objective(), latency, table);
    }

    /** Latencies of all networks that a search may ask for. */
    private static AdditiveLatency terms(Path file, ColumnTable table) throws IOException {
        AdditiveLatency latency = TermTableFile.latency(file, table.space());
        latency.terms();
        if (!(latency.baseMillis() > 0)) {
            throw new IllegalArgumentException("a table of terms must have a base above 0 ms for a study, but that of "
                    + file + " is " + latency.baseMillis());
        }
        return latency;
    }
}
