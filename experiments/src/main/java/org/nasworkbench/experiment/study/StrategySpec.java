package org.nasworkbench.experiment.study;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A strategy of a study.
 *
 * @param name in tables and figures, unique in the study
 * @param type of its {@link org.nasworkbench.strategy.StrategyProvider}
 * @param settings all its settings in the order of their declaration: Long, Double, Boolean or String
 */
public record StrategySpec(String name, String type, Map<String, Object> settings) {
    public StrategySpec {
        Require.that(!name.isBlank(), "a strategy's name must not be blank", "'" + name + "'");
        Require.that(!type.isBlank(), "a strategy's type must not be blank", "'" + type + "'");
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
