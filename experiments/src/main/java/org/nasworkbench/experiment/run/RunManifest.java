package org.nasworkbench.experiment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.experiment.Workbench;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.StudyReader;

/**
 * What a run's manifest tells; those of earlier versions tell less.
 *
 * @param study its name
 * @param spec the study's text
 * @param started when, in ISO-8601
 * @param projected whether latencies are calculated from a model of a device
 * @param circumstances code, libraries, JVM, machine and threads by name, as text
 * @param forked whether it went on from trials of another run
 * @param fingerprints of the data, as {@link Fingerprints} names them
 */
public record RunManifest(
        String study,
        String spec,
        List<Long> seeds,
        String started,
        boolean forked,
        boolean projected,
        Map<String, String> circumstances,
        Map<String, String> fingerprints) {
    /** Names of circumstances, causes of the widest reach first. */
    public static final List<String> CIRCUMSTANCES =
            List.of("workbench", "code", "libraries", "java", "machine", "instructions", "threads-per-worker");

    public RunManifest {
        seeds = List.copyOf(seeds);
        circumstances = new LinkedHashMap<>(circumstances);
        fingerprints = new LinkedHashMap<>(fingerprints);
    }

    /**
     * Reads {@code manifest.json}.
     *
     * @throws IllegalArgumentException if it is not there, or is no manifest
     */
    public static RunManifest read(RunFolder folder) throws IOException {
        Path file = folder.manifest();
        if (!file.toFile().exists()) {
            throw new IllegalArgumentException(
                    "a run's folder must hold manifest.json, which tells how it was made, but " + folder.root()
                            + " has none");
        }
        JsonNode root = new ObjectMapper().readTree(file.toFile());
        List<Long> seeds = new ArrayList<>();
        root.path("seeds").forEach(seed -> seeds.add(seed.longValue()));
        Map<String, String> circumstances = new LinkedHashMap<>();
        CIRCUMSTANCES.stream().filter(root::has).forEach(name -> circumstances.put(name, text(root.get(name))));
        return new RunManifest(
                required(root, "study", file),
                required(root, "spec", file),
                seeds,
                root.path("started").asText("unknown"),
                root.has("forked-from"),
                root.path("latency").path("times").asText().equals("projected"),
                circumstances,
                fingerprints(root));
    }

    /**
     * The study; a latency table that it names may be elsewhere, and is in the folder anyway.
     *
     * @param folder the one that this was read from
     * @param changes of the study, {@code key=value}
     * @throws InvalidStudyException if this version cannot read the study, or does not find what it names
     */
    public Study study(RunFolder folder, List<String> changes) throws InvalidStudyException {
        String source = folder.manifest().toString();
        try {
            return StudyReader.parse(spec, source, Workbench.studies(), changes);
        } catch (InvalidStudyException e) {
            if (e.problems().size() != 1 || !e.problems().get(0).key().equals("latency.table")) {
                throw e;
            }
            List<String> more = new ArrayList<>(changes);
            more.add("latency.table=" + folder.latency().toAbsolutePath());
            return StudyReader.parse(spec, source, Workbench.studies(), more);
        }
    }

    /** Whether its scores are from a table. */
    public boolean readsTable() {
        return fingerprints.containsKey(Fingerprints.ROWS);
    }

    /** The circumstances of a run that would begin here and now. */
    public static Map<String, String> hereAndNow() {
        Map<String, String> now = new LinkedHashMap<>();
        Manifest.circumstances().forEach((name, value) -> now.put(name, text(new ObjectMapper().valueToTree(value))));
        return now;
    }

    private static String text(JsonNode node) {
        if (!node.isArray()) {
            return node.asText();
        }
        List<String> entries = new ArrayList<>();
        node.forEach(entry -> entries.add(entry.asText()));
        return Manifest.listed(entries);
    }

    private static Map<String, String> fingerprints(JsonNode root) {
        Map<String, String> found = new LinkedHashMap<>();
        root.path("data").properties().forEach(field -> {
            if (field.getKey().endsWith("sha256")) {
                found.put(field.getKey(), field.getValue().asText());
            }
        });
        for (String table : Fingerprints.TABLES) {
            if (root.has(table)) {
                found.put(table, root.get(table).path("sha256").asText());
            }
        }
        return found;
    }

    private static String required(JsonNode root, String name, Path file) {
        if (!root.path(name).isTextual()) {
            throw new IllegalArgumentException("a manifest must tell '" + name + "', but " + file + " does not");
        }
        return root.get(name).asText();
    }
}
