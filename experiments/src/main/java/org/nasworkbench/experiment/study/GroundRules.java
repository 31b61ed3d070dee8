package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules that span keys of task, latency and objective, and the files that these name. */
final class GroundRules {
    private static final JsonPointer TASK = JsonPointer.compile("/task");
    private static final JsonPointer TABLE = JsonPointer.compile("/latency/table");
    private static final JsonPointer FORM = JsonPointer.compile("/objective/form");
    private static final JsonPointer TARGET = JsonPointer.compile("/objective/target-ms");

    /** Keys besides name and input. */
    private static final Map<String, List<String>> KEYS_BY_TASK = Map.of(
            "camvid", List.of("dir"),
            "folder", List.of("dir", "classes"),
            "street-scenes", List.of("train", "validation", "test", "seed"));

    private final Findings findings;
    private final StudyFolder folder;

    GroundRules(Findings findings, StudyFolder folder) {
        this.findings = findings;
        this.folder = folder;
    }

    void check() {
        task();
        target();
        text(TABLE).ifPresent(name -> {
            if (table(name, folder).isEmpty()) {
                findings.wrong(TABLE, "must be a file", folder.looked(name));
            }
        });
    }

    /** The folder of a data set. */
    static Optional<Path> directory(String name, StudyFolder folder) {
        return folder.find(name, path -> Files.isRegularFile(path.resolve("train.txt")));
    }

    /** The file of a latency table. */
    static Optional<Path> table(String name, StudyFolder folder) {
        return folder.find(name, Files::isRegularFile);
    }

    private void task() {
        JsonPointer dir = TASK.appendProperty("dir");
        text(TASK.appendProperty("name")).filter(KEYS_BY_TASK::containsKey).ifPresent(task -> {
            List<String> own = KEYS_BY_TASK.get(task);
            KEYS_BY_TASK.values().stream().flatMap(List::stream).distinct().forEach(key -> {
                if (!own.contains(key) && has(TASK.appendProperty(key))) {
                    findings.misplaced(TASK.appendProperty(key), "is not a key of the task " + task, "leave it out");
                }
            });
            own.stream()
                    .filter(List.of("dir", "classes")::contains)
                    .map(TASK::appendProperty)
                    .filter(key -> !has(key))
                    .forEach(findings::missing);
        });
        text(dir).ifPresent(name -> {
            if (directory(name, folder).isEmpty()) {
                findings.wrong(dir, "must be a folder that holds train.txt", folder.looked(name));
            }
        });
    }

    private void target() {
        boolean unused = text(FORM).filter("none"::equals).isPresent();
        boolean asked = findings.document().at(TARGET.head()).isObject() && findings.clean(FORM);
        if (asked && !unused && !has(TARGET)) {
            findings.missing(TARGET);
        }
    }

    private boolean has(JsonPointer at) {
        return !findings.document().at(at).isMissingNode();
    }

    /** The text at a place, if there is one that nothing is known against. */
    private Optional<String> text(JsonPointer at) {
        JsonNode value = findings.document().at(at);
        return value.isTextual() && findings.clean(at) ? Optional.of(value.textValue()) : Optional.empty();
    }
}
