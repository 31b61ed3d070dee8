package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.nasworkbench.experiment.worker.ExecutorSpec;

/** Rules that span the keys of a study besides its strategies: which belong to a table and which to trained networks. */
final class GroundRules {
    private static final JsonPointer SPACE = JsonPointer.compile("/space");
    private static final JsonPointer TARGET = JsonPointer.compile("/objective/target-ms");
    private static final JsonPointer PRICE = JsonPointer.compile("/projection/dollars-per-gpu-day");
    private static final JsonPointer BAND = JsonPointer.compile("/projection/price-band");
    private static final JsonPointer SEEDS = JsonPointer.compile("/seeds");

    private static final JsonPointer EXECUTOR = JsonPointer.compile("/executor");

    private static final List<String> TRAINING_KEYS = List.of(
            "/executor",
            "/space/width",
            "/space/blocks",
            "/space/stages",
            "/space/stem",
            "/space/tap",
            "/space/options",
            "/space/family",
            "/space/last",
            "/space/middle",
            "/space/decoder",
            "/task",
            "/latency/platform",
            "/latency/threads",
            "/latency/largest-error",
            "/latency/least-spearman",
            "/latency/accept-unfit",
            "/training",
            "/budget/device-hours",
            "/final",
            "/fidelity");
    private static final List<String> TABLE_KEYS = List.of(
            "/space/genotype",
            "/space/decisions",
            "/space/with",
            "/latency/column",
            "/latency/device",
            "/score",
            "/cost",
            "/report",
            "/correlate",
            "/budget/simulated-seconds");

    private final Findings findings;
    private final StudyFolder folder;

    GroundRules(Findings findings, StudyFolder folder) {
        this.findings = findings;
        this.folder = folder;
    }

    void check() {
        space();
        if (ScoreSource.of(findings.document().root()) == ScoreSource.TABLE) {
            misplaced(TRAINING_KEYS, "has no meaning where scores come from a table");
            needed(List.of("/score"));
            new TableRules(findings, folder).check();
        } else {
            misplaced(TABLE_KEYS, "has a meaning only where scores come from a table");
            needed(List.of("/task", "/objective", "/training"));
            new TrainedRules(findings, folder).check();
        }
        new PlatformRules(findings).check();
        executor();
        target();
        band();
        findings.text(SEEDS)
                .map(SeedRange::of)
                .filter(range -> !range.isSound())
                .ifPresent(range -> findings.wrong(SEEDS, SeedRange.RULE, ""));
    }

    private void space() {
        JsonPointer name = SPACE.appendProperty("name");
        boolean own =
                Stream.of("table", "stages", "file").map(SPACE::appendProperty).anyMatch(findings::intended);
        if (findings.document().at(SPACE).isObject() && !own && !findings.has(name)) {
            findings.miscounted(SPACE, "must have a name, a table or a file", StudySchema.example(SPACE));
        }
        Collection<String> known = StudySchema.spaces();
        findings.text(name)
                .filter(word -> !own && !known.contains(word))
                .ifPresent(word -> findings.wrong(
                        name, "must be one of " + String.join(", ", known), Wording.nearest(word, known)));
    }

    private void misplaced(List<String> keys, String rule) {
        keys.stream()
                .map(JsonPointer::compile)
                .filter(findings::has)
                .forEach(key -> findings.misplaced(key, rule, "leave it out"));
    }

    private void needed(List<String> keys) {
        boolean study = findings.document().root().isObject();
        keys.stream()
                .map(JsonPointer::compile)
                .filter(key -> study && !findings.has(key))
                .forEach(findings::missing);
    }

    private void band() {
        if (findings.has(BAND) && findings.clean(BAND) && findings.clean(PRICE)) {
            StudyValues values = new StudyValues(findings.document().root());
            double price = values.number(PRICE.toString());
            if (values.number(BAND + "/0") > price || values.number(BAND + "/1") < price) {
                findings.wrong(BAND, "must hold projection.dollars-per-gpu-day, which is " + price, "");
            }
        }
    }

    private void executor() {
        findings.text(EXECUTOR).ifPresent(words -> {
            try {
                ExecutorSpec.parse(words);
            } catch (IllegalArgumentException e) {
                findings.wrong(EXECUTOR, e.getMessage(), "");
            }
        });
    }

    private void target() {
        JsonPointer form = TARGET.head().appendProperty("form");
        boolean unused = findings.text(form).filter("none"::equals).isPresent();
        boolean asked = findings.document().at(TARGET.head()).isObject() && findings.clean(form);
        if (asked && !unused && !findings.has(TARGET)) {
            findings.missing(TARGET);
        }
    }
}
