package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules of studies whose networks are trained here: the keys of each task, and the files that these and the latency name. */
final class TrainedRules {
    private static final JsonPointer TASK = JsonPointer.compile("/task");
    private static final JsonPointer GENOTYPES = JsonPointer.compile("/fidelity/genotypes");
    private static final JsonPointer LATENCIES = JsonPointer.compile("/latency/table");

    /** Keys besides name and input. */
    private static final Map<String, List<String>> KEYS_BY_TASK = Map.of(
            "camvid", List.of("dir"),
            "folder", List.of("dir", "classes"),
            "street-scenes", List.of("train", "validation", "test", "seed"));

    private final Findings findings;
    private final StudyFolder folder;

    TrainedRules(Findings findings, StudyFolder folder) {
        this.findings = findings;
        this.folder = folder;
    }

    void check() {
        OwnSpace.check(findings);
        task();
        genotypes();
        findings.text(LATENCIES)
                .filter(name -> folder.file(name).isEmpty())
                .ifPresent(name -> findings.wrong(LATENCIES, "must be a file", folder.looked(name)));
    }

    /** The folder of a data set. */
    static Optional<Path> directory(String name, StudyFolder folder) {
        return folder.find(name, path -> Files.isRegularFile(path.resolve("train.txt")));
    }

    private void genotypes() {
        if (findings.has(GENOTYPES) && findings.clean(GENOTYPES)) {
            int genotypes = new StudyValues(findings.document().root()).integer(GENOTYPES.toString());
            if (genotypes > 0 && genotypes < FidelitySpec.FEWEST) {
                findings.wrong(
                        GENOTYPES,
                        "must be 0 or at least " + FidelitySpec.FEWEST,
                        "fewer give no interval; 0 leaves the rankings unchecked");
            }
        }
    }

    private void task() {
        JsonPointer dir = TASK.appendProperty("dir");
        findings.text(TASK.appendProperty("name"))
                .filter(KEYS_BY_TASK::containsKey)
                .ifPresent(task -> {
                    List<String> own = KEYS_BY_TASK.get(task);
                    KEYS_BY_TASK.values().stream()
                            .flatMap(List::stream)
                            .distinct()
                            .forEach(key -> {
                                if (!own.contains(key) && findings.has(TASK.appendProperty(key))) {
                                    findings.misplaced(
                                            TASK.appendProperty(key),
                                            "is not a key of the task " + task,
                                            "leave it out");
                                }
                            });
                    own.stream()
                            .filter(List.of("dir", "classes")::contains)
                            .map(TASK::appendProperty)
                            .filter(key -> !findings.has(key))
                            .forEach(findings::missing);
                });
        findings.text(dir)
                .filter(name -> directory(name, folder).isEmpty())
                .ifPresent(name -> findings.wrong(dir, "must be a folder that holds train.txt", folder.looked(name)));
    }
}
