package org.nasworkbench.experiment.study;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.nasworkbench.space.Nearest;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;

/** Checks the strategies of a study against what their providers declare, those of plug-ins like our own. */
final class StrategyRules {
    /** Strategies that no study goes without. */
    private static final List<String> BASELINES = List.of("random-sampling", "random-search");

    private static final JsonPointer LIST = JsonPointer.compile("/strategies");
    private static final JsonPointer INHERIT = JsonPointer.compile("/final/inherit");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Findings findings;
    private final Map<String, StrategyProvider> providers;
    private final List<StrategySpec> specs = new ArrayList<>();

    StrategyRules(Findings findings, Map<String, StrategyProvider> providers) {
        this.findings = findings;
        this.providers = providers;
    }

    /** Checks all; what it returns is complete if nothing was found. */
    List<StrategySpec> check() {
        Set<String> types = new HashSet<>();
        Set<String> names = new HashSet<>();
        JsonNode list = findings.document().at(LIST);
        list.forEach(entry -> types.add(entry.path("type").asText()));
        List<String> added = BASELINES.stream()
                .filter(type -> providers.containsKey(type) && !types.contains(type))
                .toList();
        names.addAll(added);
        for (int i = 0; i < list.size() && list.isArray(); i++) {
            JsonPointer at = LIST.appendIndex(i);
            if (list.get(i).isObject()) {
                entry(at, list.get(i));
                name(at, list.get(i), names);
            }
        }
        inheritance(types);
        for (String type : added) {
            List<Setting> declared = providers.get(type).settings();
            specs.add(new StrategySpec(type, type, ordered(declared, Map.of())));
        }
        return specs;
    }

    /** There must be something to inherit. */
    private void inheritance(Set<String> types) {
        boolean nothing = findings.clean(LIST)
                && types.stream()
                        .map(providers::get)
                        .noneMatch(provider -> provider != null && provider.trainsWeights());
        if (nothing) {
            findings.text(INHERIT)
                    .filter("shared-weights"::equals)
                    .ifPresent(word -> findings.wrong(
                            INHERIT,
                            "must be none where no strategy trains shared weights",
                            "squeezenas is one that does"));
        }
    }

    private void entry(JsonPointer at, JsonNode entry) {
        JsonNode type = entry.path("type");
        if (type.isMissingNode()) {
            entry.fieldNames().forEachRemaining(key -> {
                if (!key.equals("name") && Nearest.close(key, List.of("type")).isPresent()) {
                    findings.unknown(at.appendProperty(key), List.of("type"));
                }
            });
        }
        if (!type.isTextual()) {
            return;
        }
        StrategyProvider provider = providers.get(type.textValue());
        if (provider == null) {
            String rule = providers.isEmpty()
                    ? "must be a strategy on the class path, where there is none"
                    : "must be one of " + String.join(", ", providers.keySet());
            findings.wrong(at.appendProperty("type"), rule, Wording.nearest(type.textValue(), providers.keySet()));
            return;
        }
        if (provider.trainsWeights() && ScoreSource.of(findings.document().root()) == ScoreSource.TABLE) {
            String rule = "must be a strategy that a table can answer";
            findings.wrong(at.appendProperty("type"), rule, "it trains weights of its own, which needs a task");
            return;
        }
        Map<String, Object> given = given(at, entry, provider.settings());
        if (findings.clean(at)) {
            create(at, provider, given)
                    .ifPresent(settings -> specs.add(
                            new StrategySpec(entry.path("name").asText(provider.type()), provider.type(), settings)));
        }
    }

    private Map<String, Object> given(JsonPointer at, JsonNode entry, List<Setting> declared) {
        List<String> known = new ArrayList<>(List.of("name", "type"));
        declared.forEach(setting -> known.add(setting.name()));
        Map<String, Object> given = new LinkedHashMap<>();
        entry.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                findings.unknown(at.appendProperty(key), known);
            }
        });
        for (Setting setting : declared) {
            if (entry.has(setting.name())) {
                JsonNode value = entry.get(setting.name());
                try {
                    Object plain = MAPPER.convertValue(value, Object.class);
                    // Settings take null for silence, but a key with nothing behind it is a slip.
                    given.put(setting.name(), setting.check(Objects.requireNonNullElse(plain, List.of())));
                } catch (IllegalArgumentException e) {
                    findings.wrong(
                            at.appendProperty(setting.name()), "must be " + setting.rule(), hint(setting, value));
                }
            }
        }
        return given;
    }

    private static String hint(Setting setting, JsonNode value) {
        if (setting.kind() == Setting.Kind.WORD) {
            return Wording.nearest(value.asText(), setting.words());
        }
        boolean number = setting.kind() != Setting.Kind.FLAG;
        return number && value.isNumber() ? "" : "such as " + setting.name() + ": " + setting.preset();
    }

    /** Lets the provider look for settings that contradict each other. */
    private Optional<Map<String, Object>> create(JsonPointer at, StrategyProvider provider, Map<String, Object> given) {
        try {
            provider.create(new Settings(provider.settings(), given));
        } catch (IllegalArgumentException e) {
            findings.contradictory(at, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
        return Optional.of(ordered(provider.settings(), given));
    }

    private static Map<String, Object> ordered(List<Setting> declared, Map<String, Object> given) {
        Map<String, Object> all = new Settings(declared, given).all();
        Map<String, Object> ordered = new LinkedHashMap<>();
        declared.forEach(setting -> ordered.put(setting.name(), all.get(setting.name())));
        return ordered;
    }

    private void name(JsonPointer at, JsonNode entry, Set<String> names) {
        JsonNode name = entry.has("name") ? entry.get("name") : entry.path("type");
        boolean usable = name.isTextual() && findings.clean(at.appendProperty(entry.has("name") ? "name" : "type"));
        if (usable && !names.add(name.textValue())) {
            String rule = "must differ from the names of the other strategies";
            if (entry.has("name")) {
                findings.wrong(at.appendProperty("name"), rule, "");
            } else {
                findings.wrong(
                        at.appendProperty("type"),
                        rule,
                        "give it a name of its own, such as name: " + name.textValue() + "-2");
            }
        }
    }
}
