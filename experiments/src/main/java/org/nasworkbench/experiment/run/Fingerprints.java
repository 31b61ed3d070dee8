package org.nasworkbench.experiment.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.table.TableSource;
import org.nasworkbench.task.SegmentationData;

/** Fingerprints of what a study reads, by name, as they lie on this machine now. */
public final class Fingerprints {
    static final String ROWS = "table";
    static final String MORE = "further-columns";
    static final String TERMS = "latency-terms";
    static final String WEIGHTS = "train-and-validation-sha256";
    static final String TEST = "test-sha256";

    /** The tables that a study may read. */
    static final List<String> TABLES = List.of(ROWS, MORE, TERMS);

    private Fingerprints() {}

    /** Reads all of it, images included. */
    public static Map<String, String> of(Study study) {
        Map<String, String> found = new LinkedHashMap<>();
        if (study.ground() instanceof TableSpec spec) {
            sources(spec).forEach((name, source) -> found.put(name, source.digest()));
        } else {
            SegmentationData data = GroundWork.task(study.trained().task()).load();
            found.put(WEIGHTS, data.fingerprint());
            found.put(TEST, data.testFingerprint());
        }
        return found;
    }

    /** The tables of a study by name. */
    static Map<String, TableSource> sources(TableSpec spec) {
        Map<String, TableSource> sources = new LinkedHashMap<>();
        sources.put(ROWS, spec.source());
        spec.more().ifPresent(more -> sources.put(MORE, more));
        Optional<Path> terms = spec.terms();
        terms.ifPresent(file -> sources.put(TERMS, new TableSource.File(file)));
        return sources;
    }
}
