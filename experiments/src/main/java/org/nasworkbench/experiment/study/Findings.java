package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nasworkbench.space.Nearest;

/** Collects the mistakes in a document so that each is named once: a misspelt key is not missing as well. */
final class Findings {
    private final YamlDocument document;
    private final Map<JsonPointer, Problem> wrong = new LinkedHashMap<>();
    private final Set<JsonPointer> around = new HashSet<>();
    private final Map<JsonPointer, Problem> missing = new LinkedHashMap<>();
    private final Map<JsonPointer, Problem> miscounted = new LinkedHashMap<>();
    private final Set<JsonPointer> unknown = new HashSet<>();
    private final Set<JsonPointer> meant = new HashSet<>();
    private final Set<JsonPointer> misplaced = new HashSet<>();

    Findings(YamlDocument document) {
        this.document = document;
    }

    YamlDocument document() {
        return document;
    }

    /** A value breaks a rule. */
    void wrong(JsonPointer at, String rule, String hint) {
        String value = Wording.value(document.at(at));
        wrong.putIfAbsent(at, document.value(at).problem(Wording.key(at), rule, value, hint));
        around(at);
    }

    /** Something is wrong with a whole group of keys; the rule says it all. */
    void contradictory(JsonPointer at, String rule) {
        wrong.putIfAbsent(at, document.key(at).problem(Wording.key(at), rule, "", ""));
        around(at);
    }

    /** A mapping has too few or too many keys. */
    void miscounted(JsonPointer at, String rule, String hint) {
        String value = Wording.value(document.at(at));
        miscounted.put(at, document.value(at).problem(Wording.key(at), rule, value, hint));
    }

    /** A key must be there and is not. */
    void missing(JsonPointer at) {
        missing.put(at, document.key(at.head()).problem(Wording.key(at), "is missing", "", StudySchema.example(at)));
    }

    /** A key is known but has no meaning here, whatever is in it. */
    void misplaced(JsonPointer at, String rule, String hint) {
        misplaced.add(at);
        wrong.put(at, document.key(at).problem(Wording.key(at), rule, "", hint));
        around(at);
    }

    /**
     * A key that nobody knows.
     *
     * @param known the keys that could be there
     */
    void unknown(JsonPointer at, Collection<String> known) {
        String key = at.last().getMatchingProperty();
        JsonPointer parent = at.head();
        List<String> absent = known.stream()
                .filter(other -> document.at(parent.appendProperty(other)).isMissingNode())
                .toList();
        List<String> near = Nearest.close(key, absent).or(() -> Nearest.close(key, known)).stream()
                .toList();
        List<JsonPointer> elsewhere = near.isEmpty() ? StudySchema.homes(key) : List.of();
        near.forEach(other -> meant.add(parent.appendProperty(other)));
        meant.addAll(elsewhere);
        unknown.add(parent);
        String hint = "keys here are " + String.join(", ", known);
        if (!near.isEmpty()) {
            hint = "did you mean '" + near.get(0) + "'?";
        } else if (!elsewhere.isEmpty()) {
            hint = "did you mean "
                    + String.join(" or ", elsewhere.stream().map(Wording::key).toList()) + "?";
        }
        String owner = parent.matches() ? "a study" : Wording.key(parent);
        misplaced(at, "is not a key of " + owner, hint);
    }

    boolean has(JsonPointer at) {
        return !document.at(at).isMissingNode();
    }

    /** Whether a key is there or was meant by a misspelt one. */
    boolean intended(JsonPointer at) {
        return has(at) || meant.contains(at);
    }

    /** The text at a place, if there is one that nothing is known against. */
    Optional<String> text(JsonPointer at) {
        JsonNode value = document.at(at);
        return value.isTextual() && clean(at) ? Optional.of(value.textValue()) : Optional.empty();
    }

    /** Whether nothing is known against a value, what is in it, and what it is in. */
    boolean clean(JsonPointer at) {
        return !around.contains(at) && !within(at, wrong.keySet());
    }

    /** Remembers that what is around a wrong value is not clean. */
    private void around(JsonPointer wrong) {
        for (JsonPointer at = wrong; at != null && around.add(at); at = at.head()) {}
    }

    /** Whether a pointer leads to one of others or into it. */
    private static boolean within(JsonPointer pointer, Set<JsonPointer> others) {
        for (JsonPointer at = pointer; at != null; at = at.head()) {
            if (others.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** All mistakes but those that others explain. */
    List<Problem> problems() {
        Map<JsonPointer, Problem> problems = new LinkedHashMap<>();
        miscounted.forEach((at, problem) -> {
            if (!unknown.contains(at)) {
                problems.put(at, problem);
            }
        });
        missing.forEach((at, problem) -> {
            if (!meant.contains(at)) {
                problems.put(at, problem);
            }
        });
        problems.putAll(wrong);
        problems.keySet().removeIf(at -> within(at.head(), misplaced));
        return List.copyOf(problems.values());
    }
}
