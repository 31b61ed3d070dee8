package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.nasworkbench.experiment.Workbench;
import org.nasworkbench.experiment.study.FinalSpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.task.SegmentationData;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.Machine;
import org.nasworkbench.work.WholeFile;

/** How a run was made: all that somebody needs to make it again. */
final class Manifest {
    private Manifest() {}

    /** Writes the manifest of a study whose networks are trained here. */
    static void write(Study study, Ground ground, LatencyTable latency, String verdict, Branch branch, Path file)
            throws IOException {
        SegmentationTask task = ground.training().task();
        write(study, branch, file, () -> {
            SegmentationData data = task.load();
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put(
                    "data",
                    Map.of(
                            "task",
                            task.name(),
                            "description",
                            task.description(),
                            Fingerprints.WEIGHTS,
                            data.fingerprint(),
                            Fingerprints.TEST,
                            data.testFingerprint()));
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
    static void write(Study study, TableSpec spec, Branch branch, Path file) throws IOException {
        write(study, branch, file, () -> {
            Map<String, Object> facts = new LinkedHashMap<>();
            Fingerprints.sources(spec)
                    .forEach((name, source) ->
                            facts.put(name, Map.of("rows-from", source.toString(), "sha256", source.digest())));
            return facts;
        });
    }

    /** Once: a run that is taken up keeps its first one. */
    private static void write(Study study, Branch branch, Path file, Supplier<Map<String, Object>> more)
            throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("study", study.name());
        manifest.put("spec", study.text());
        manifest.put("seeds", study.seeds());
        manifest.put("started", Instant.now().toString());
        manifest.putAll(circumstances());
        manifest.putAll(more.get());
        manifest.putAll(branch.facts());
        WholeFile.write(file, Json.pretty(manifest) + "\n");
    }

    /** What may make the same study come out otherwise. */
    static Map<String, Object> circumstances() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("workbench", Workbench.version());
        facts.put("code", CodeDigest.sha256());
        facts.put("libraries", libraries());
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        facts.put("machine", Machine.description());
        facts.put("instructions", Machine.instructions());
        facts.put("threads-per-worker", 1);
        return facts;
    }

    /** Libraries of others as one text, each once: our own jars are in the fingerprint of the code. */
    static String listed(List<String> jars) {
        return jars.stream()
                .filter(jar -> !jar.matches("(experiments|strategies|results|paper-figures|search-space)-.*"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
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
