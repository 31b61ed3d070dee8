package org.nasworkbench.results;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the table {@code study} says by name, and the numbers among it. */
record StudyFacts(Map<String, String> all, StoreAddress address) {
    /** The fact that says how many epochs a full training has. */
    static final String FULL_EPOCHS = "full_epochs";

    private static final String PROJECTION = "projection_";

    /** These facts, after checking that they are a study's. */
    StudyFacts checked() {
        name();
        if (all.containsKey(FULL_EPOCHS)) {
            positive(FULL_EPOCHS);
        }
        return this;
    }

    String name() {
        return text("name");
    }

    /** The latency target, ms; infinite where the study has none, so that every network meets it. */
    double targetMillis() {
        return all.getOrDefault("target_ms", "").isBlank() ? Double.POSITIVE_INFINITY : positive("target_ms");
    }

    /** The study's assumptions; the article's where it names none. A price without a band is a band of its own. */
    Projection projection() {
        if (all.keySet().stream().noneMatch(name -> name.startsWith(PROJECTION))) {
            return ProjectedCost.ARTICLE;
        }
        String price = PROJECTION + "dollars_per_gpu_day";
        return new Projection(
                positive(PROJECTION + "gpu_days_per_training"),
                positive(price),
                all.containsKey(price + "_low") ? positive(price + "_low") : positive(price),
                all.containsKey(price + "_high") ? positive(price + "_high") : positive(price),
                positive(PROJECTION + "supernet_trainings"),
                text(PROJECTION + "source"));
    }

    /** The study's order of runs: strategies and seeds as listed, others after them. */
    Comparator<RunKey> order() {
        Map<String, Integer> strategies =
                places(all.getOrDefault("strategy_order", "").lines().map(String::strip));
        Map<String, Integer> seeds =
                places(Stream.of(all.getOrDefault("seeds", "").split("[^0-9-]+")));
        return Comparator.comparing((RunKey run) -> strategies.getOrDefault(run.strategy(), Integer.MAX_VALUE))
                .thenComparing(RunKey::strategy)
                .thenComparing(run -> seeds.getOrDefault(String.valueOf(run.seed()), Integer.MAX_VALUE))
                .thenComparing(RunKey::seed);
    }

    private static Map<String, Integer> places(Stream<String> listed) {
        Map<String, Integer> places = new HashMap<>();
        listed.forEach(text -> places.putIfAbsent(text, places.size()));
        return places;
    }

    private String text(String name) {
        String value = all.get(name);
        if (value == null) {
            throw wrong(name, "be there", "missing");
        }
        return value;
    }

    private double positive(String name) {
        String value = text(name);
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw wrong(name, "be a number", "'" + value + "'");
        }
        if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
            throw wrong(name, "be above 0 and finite", value);
        }
        return number;
    }

    private IllegalArgumentException wrong(String name, String rule, String value) {
        return new IllegalArgumentException("a study's fact '" + name + "' must " + rule + ", but was " + value + " ("
                + address + ", table study)");
    }
}
