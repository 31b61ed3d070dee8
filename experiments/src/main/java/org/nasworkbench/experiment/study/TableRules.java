package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.nasworkbench.table.KnownDevices;
import org.nasworkbench.table.KnownTables;

/** Rules of studies whose scores come from a table; {@link TableColumns} looks at what is in it. */
final class TableRules {
    private static final JsonPointer SPACE = JsonPointer.compile("/space");
    private static final JsonPointer GENOTYPE = SPACE.appendProperty("genotype");
    private static final JsonPointer DECISIONS = SPACE.appendProperty("decisions");
    private static final JsonPointer WITH = SPACE.appendProperty("with");
    private static final JsonPointer COST = JsonPointer.compile("/cost");
    private static final JsonPointer PLUS = COST.appendProperty("plus");
    private static final JsonPointer EPOCHS = JsonPointer.compile("/score/epochs");
    private static final JsonPointer SHORTER = JsonPointer.compile("/score/shorter");
    private static final JsonPointer OBJECTIVE = JsonPointer.compile("/objective");
    private static final JsonPointer LATENCY = JsonPointer.compile("/latency");

    private final Findings findings;
    private final StudyFolder folder;

    TableRules(Findings findings, StudyFolder folder) {
        this.findings = findings;
        this.folder = folder;
    }

    void check() {
        genotype();
        cost();
        shorter();
        latency();
        objective();
        for (String budget : List.of("simulated-seconds", "money")) {
            JsonPointer at = JsonPointer.compile("/budget/" + budget);
            if (findings.has(at) && !findings.intended(COST)) {
                findings.misplaced(at, "needs the cost of a training", StudySchema.example(COST));
            }
        }
        new TableColumns(findings, folder).check();
    }

    private void genotype() {
        boolean own = findings.intended(SPACE.appendProperty("table"));
        boolean text = findings.has(GENOTYPE);
        boolean choices = findings.has(DECISIONS);
        if (own && !text && !choices) {
            findings.miscounted(SPACE, "must have a genotype or decisions", StudySchema.example(GENOTYPE));
        } else if (own && text && choices) {
            findings.misplaced(DECISIONS, "must not be there beside genotype", "leave one of them out");
        } else if (!own) {
            List.of(GENOTYPE, DECISIONS).stream()
                    .filter(findings::has)
                    .forEach(key -> findings.misplaced(
                            key,
                            "is known of the shipped tables " + String.join(", ", KnownTables.names()),
                            "leave it out"));
        }
        if (choices && findings.has(WITH)) {
            findings.misplaced(WITH, "needs a genotype, by whose column the files are joined", "");
        }
    }

    private void cost() {
        JsonNode cost = findings.document().at(COST);
        if (cost.isObject() && cost.has("seconds") == cost.has("column")) {
            findings.miscounted(COST, "must have exactly one of seconds, column", StudySchema.example(COST));
        } else if (cost.has("seconds") && cost.has("plus")) {
            findings.misplaced(PLUS, "needs a column to be added to", "leave it out");
        }
    }

    private void shorter() {
        StudyValues values = new StudyValues(findings.document().root());
        if (!findings.clean(EPOCHS) || !findings.has(EPOCHS) && findings.intended(EPOCHS)) {
            return;
        }
        int full = values.integer(EPOCHS.toString());
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < findings.document().at(SHORTER).size(); i++) {
            JsonPointer at = SHORTER.appendIndex(i).appendProperty("epochs");
            if (!findings.has(at) || !findings.clean(at)) {
                continue;
            }
            if (values.integer(at.toString()) >= full) {
                findings.wrong(at, "must be below score.epochs, which is " + full, "");
            } else if (!seen.add(values.integer(at.toString()))) {
                findings.wrong(at, "must not be there twice", "");
            }
        }
    }

    private void latency() {
        List<JsonPointer> given = Stream.of("column", "device", "table")
                .map(LATENCY::appendProperty)
                .filter(findings::has)
                .toList();
        if (findings.document().at(LATENCY).isObject() && given.isEmpty()) {
            findings.missing(LATENCY.appendProperty("column"));
        }
        given.stream()
                .skip(1)
                .forEach(key -> findings.misplaced(
                        key, "must not be there beside " + given.get(0).last().getMatchingProperty(), "leave one out"));
        device();
        JsonPointer terms = LATENCY.appendProperty("table");
        findings.text(terms)
                .filter(name -> folder.file(name).isEmpty())
                .ifPresent(name -> findings.wrong(terms, "must be a file", folder.looked(name)));
    }

    private void device() {
        JsonPointer device = LATENCY.appendProperty("device");
        if (findings.has(device) && findings.intended(SPACE.appendProperty("table"))) {
            findings.misplaced(device, "is known of shipped tables", "name the column of the latencies");
            return;
        }
        List<String> known = findings.text(SPACE.appendProperty("name"))
                .map(KnownDevices::names)
                .orElse(List.of());
        findings.text(device)
                .filter(name -> !known.contains(name))
                .ifPresent(name -> findings.wrong(
                        device,
                        known.isEmpty() ? "is not known for this space" : "must be one of " + String.join(", ", known),
                        known.isEmpty() ? "leave it out" : Wording.nearest(name, known)));
    }

    /** Without latencies the score alone can be maximised, and nothing need be said about it. */
    private void objective() {
        JsonPointer form = OBJECTIVE.appendProperty("form");
        boolean objective = findings.document().at(OBJECTIVE).isObject();
        boolean none = findings.text(form).filter("none"::equals).isPresent();
        if (findings.document().at(LATENCY).isObject()) {
            if (!findings.has(OBJECTIVE)) {
                findings.missing(OBJECTIVE);
            }
        } else if (objective && !none && !findings.intended(LATENCY) && findings.clean(form)) {
            String hint = "name their column, such as latency: {column: lat_ms}";
            if (findings.has(form)) {
                findings.wrong(form, "must be none where no latencies are known", hint);
            } else {
                findings.misplaced(OBJECTIVE, "must have the form none where no latencies are known", hint);
            }
        }
    }
}
