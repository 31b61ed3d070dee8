package org.nasworkbench.strategy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.space.Nearest;

/** The values of a strategy's {@link Setting}s: what a study says, defaults for the rest. */
public final class Settings {
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * Checks and completes what a study says.
     *
     * @param declared what can be set
     * @param given values by name
     * @throws IllegalArgumentException for the first unknown name or wrong value
     */
    public Settings(List<Setting> declared, Map<String, ?> given) {
        List<String> names = declared.stream().map(Setting::name).toList();
        for (String name : given.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("there is no setting " + name
                        + (names.isEmpty() ? "" : "; did you mean '" + Nearest.word(name, names) + "'?"));
            }
        }
        for (Setting setting : declared) {
            Object value = given.get(setting.name());
            values.put(setting.name(), setting.check(value == null ? setting.preset() : value));
        }
    }

    /** A setting of {@link Setting.Kind#INTEGER}. */
    public int integer(String name) {
        return Math.toIntExact((Long) get(name));
    }

    /** A setting of {@link Setting.Kind#NUMBER}. */
    public double number(String name) {
        return (Double) get(name);
    }

    /** A setting of {@link Setting.Kind#FLAG}. */
    public boolean flag(String name) {
        return (Boolean) get(name);
    }

    /** A setting of {@link Setting.Kind#WORD}. */
    public String word(String name) {
        return (String) get(name);
    }

    /** All values by name, in the order of declaration. */
    public Map<String, Object> all() {
        return Collections.unmodifiableMap(values);
    }

    private Object get(String name) {
        Object value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no setting " + name + " among " + values.keySet());
        }
        return value;
    }
}
