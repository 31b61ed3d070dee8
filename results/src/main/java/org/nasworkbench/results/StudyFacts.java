package org.nasworkbench.results;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the table {@code study} says by name, and the numbers among it. */
record StudyFacts(Map<String, String> all, Path file) {
    /** The fact that says how many epochs a full training has. */
    static final String FULL_EPOCHS = "full_epochs";

    private static final String PROJECTION = "projection_";

    /** These facts, after checking that they are a study's and of this schema. */
    StudyFacts checked(int schema) {
        String found = all.getOrDefault("schema", "none");
        if (!found.equals(String.valueOf(schema))) {
            throw wrong("schema", "be " + schema, found + ": use the version of the workbench that wrote it");
        }
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
        List<String> strategies = all.getOrDefault("strategy_order", "")
                .lines()
                .map(String::strip)
                .toList();
        List<String> seeds = Arrays.asList(all.getOrDefault("seeds", "").split("[^0-9-]+"));
        return Comparator.comparing((RunKey run) -> place(strategies, run.strategy()))
                .thenComparing(RunKey::strategy)
                .thenComparing(run -> place(seeds, String.valueOf(run.seed())))
                .thenComparing(RunKey::seed);
    }

    private static int place(List<String> listed, String text) {
        int place = listed.indexOf(text);
        return place < 0 ? listed.size() : place;
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
        return new IllegalArgumentException(
                "a study's fact '" + name + "' must " + rule + ", but was " + value + " (" + file + ", table study)");
    }
}
