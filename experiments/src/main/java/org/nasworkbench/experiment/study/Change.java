package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A change of a study from the command line: {@code --set budget.trials=30}, {@code --set strategies.0.population=10}, {@code
 * --set seeds=[1,2]}.
 *
 * @param text dotted path, {@code =}, value in YAML
 * @param place {@code --set}, with the number of the change as line
 */
record Change(String text, Place place) {
    /** What stands in messages where a study's file name would. */
    static final String FILE = "--set";

    /** @param number from 1 */
    static Change of(String text, int number) {
        return new Change(text, new Place(FILE, number, 1));
    }

    /** Makes the change, or notes why it cannot be made. */
    void apply(YamlDocument document, List<Problem> problems) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            problems.add(problem(text, "must read key=value", "'" + text + "'", "such as budget.trials=30"));
            return;
        }
        String path = text.substring(0, equals).strip();
        Optional<JsonPointer> target = target(path, document, problems);
        List<Problem> inValue = new ArrayList<>();
        Optional<YamlDocument> value = YamlReader.read(text.substring(equals + 1), FILE, inValue);
        for (Problem problem : inValue) {
            String key = problem.key().equals("YAML") ? path : path + "." + problem.key();
            problems.add(problem(key, problem.rule(), problem.value(), problem.hint()));
        }
        if (target.isPresent() && value.isPresent()) {
            document.put(target.get(), value.get().root(), place);
        }
    }

    /** Follows the path; mappings that are missing on the way are made. */
    private Optional<JsonPointer> target(String path, YamlDocument document, List<Problem> problems) {
        JsonPointer at = JsonPointer.empty();
        for (String step : path.split("\\.", -1)) {
            JsonNode here = document.at(at);
            if (here.isMissingNode()) {
                here = JsonNodeFactory.instance.objectNode();
                document.put(at, here, place);
            }
            if (here instanceof ArrayNode list) {
                if (!step.matches("[0-9]{1,6}") || Integer.parseInt(step) >= list.size()) {
                    String rule = list.isEmpty()
                            ? "must be left out, the list is empty"
                            : "must be an index from 0 to " + (list.size() - 1);
                    problems.add(problem(path, rule, "'" + step + "'", ""));
                    return Optional.empty();
                }
                at = at.appendIndex(Integer.parseInt(step));
            } else if (here instanceof ObjectNode && !step.isEmpty()) {
                at = at.appendProperty(step);
            } else {
                String rule = step.isEmpty() ? "must not have empty parts" : "must lead through keys and list indices";
                String hint = step.isEmpty() ? "" : Wording.key(at) + " is " + Wording.value(here);
                problems.add(problem(path, rule, "", hint));
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    private Problem problem(String key, String rule, String value, String hint) {
        return place.problem(key, rule, value, hint);
    }
}
