package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.nasworkbench.experiment.Workbench;
import org.nasworkbench.experiment.study.FinalSpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.table.TableSource;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.Machine;

/** How a run was made: all that somebody needs to make it again. */
final class Manifest {
    private Manifest() {}

    /** Writes the manifest of a study whose networks are trained here. */
    static void write(Study study, Ground ground, LatencyTable latency, String verdict, Path file) throws IOException {
        SegmentationTask task = ground.training().task();
        write(study, file, () -> {
            SegmentationData data = task.load();
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put(
                    "data",
                    Map.of(
                            "task", task.name(),
                            "description", task.description(),
                            "train-and-validation-sha256", data.fingerprint(),
                            "test-sha256", data.testFingerprint()));
            facts.put("latency", latency.facts());
            facts.put("latency-check", verdict);
            facts.put("final-training", finals(study, ground));
            return facts;
        });
    }

    private static Map<String, Object> finals(Study study, Ground ground) {
        FinalSpec spec = study.trained().finale();
        List<String> inheriting = Search.of(study).stream()
                .filter(search -> spec.inherits() && search.ranking(ground).isPresent())
                .map(search -> search.run().strategy())
                .distinct()
                .toList();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("epochs", spec.epochs());
        facts.put("seeds", spec.seeds());
        facts.put("started-from-shared-weights", inheriting);
        return facts;
    }

    /** Writes the manifest of a study whose scores come from a table. */
    static void write(Study study, TableSpec spec, Path file) throws IOException {
        write(study, file, () -> {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put(
                    "table",
                    Map.of(
                            "rows-from",
                            spec.source().toString(),
                            "sha256",
                            spec.source().digest()));
            spec.more()
                    .ifPresent(more -> facts.put(
                            "further-columns", Map.of("rows-from", more.toString(), "sha256", more.digest())));
            spec.terms()
                    .map(TableSource.File::new)
                    .ifPresent(terms -> facts.put(
                            "latency-terms", Map.of("rows-from", terms.toString(), "sha256", terms.digest())));
            return facts;
        });
    }

    /** Once: a run that is taken up keeps its first one. */
    private static void write(Study study, Path file, Supplier<Map<String, Object>> more) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("study", study.name());
        manifest.put("spec", study.text());
        manifest.put("seeds", study.seeds());
        manifest.put("started", Instant.now().toString());
        manifest.put("workbench", Workbench.version());
        manifest.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        manifest.put("machine", Machine.description());
        manifest.put("threads-per-worker", 1);
        manifest.put("libraries", libraries());
        manifest.putAll(more.get());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, Json.pretty(manifest) + "\n");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The names of all jars, versions included. */
    private static List<String> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> Path.of(entry).getFileName().toString())
                .sorted()
                .toList();
    }
}
