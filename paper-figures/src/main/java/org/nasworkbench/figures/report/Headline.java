package org.nasworkbench.figures.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nasworkbench.figures.Numbers;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Run;

/** What was studied, on what, and how much of it there is. */
record Headline(StudyResults results) {
    private static final String SEEDS = "seeds";
    private static final int MOST_SEEDS = 20;

    /** What readers want to know first; whatever else the record says stands in the study's file, which follows. */
    private static final List<String> SHOWN = List.of(
            "task",
            "space",
            "objective",
            StudyResults.FORKED,
            "training",
            "final training",
            "platform",
            "latency times",
            "latency check",
            "machine",
            SEEDS);

    private static final String SPEC = "spec";

    void write(Html html) {
        html.element("h1", results.name());
        if (synthetic()) {
            html.open("p")
                    .element("span", "synthetic task: its images are generated", "class", "badge")
                    .close();
        }
        html.open("dl");
        facts().forEach((name, value) -> html.element("dt", name).element("dd", value));
        html.close();
        if (results.facts().containsKey(SPEC)) {
            html.open("details")
                    .element("summary", "the study's file")
                    .element("pre", results.facts().get(SPEC))
                    .close();
        }
    }

    private boolean synthetic() {
        String task = results.facts().getOrDefault("task", "").toLowerCase(Locale.ROOT);
        return Boolean.parseBoolean(results.facts().get("synthetic"))
                || task.contains("synthetic")
                || task.contains("street-scenes");
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        SHOWN.stream()
                .filter(results.facts()::containsKey)
                .forEach(name -> facts.put(name, shown(name, results.facts().get(name))));
        if (results.targetMillis() > 0 && Double.isFinite(results.targetMillis())) {
            facts.put("latency target", Numbers.plain(results.targetMillis(), 3) + " ms");
        }
        facts.put("size", size());
        return facts;
    }

    /** Many seeds are said by their number. */
    private static String shown(String name, String value) {
        String[] seeds = value.split(",");
        return name.equals(SEEDS) && seeds.length > MOST_SEEDS
                ? seeds.length + ", from " + seeds[0].strip() + " to " + seeds[seeds.length - 1].strip()
                : value;
    }

    private String size() {
        long strategies = results.runs().stream().map(Run::strategy).distinct().count();
        long failed = results.trials().stream().filter(t -> t.score().isEmpty()).count();
        return strategies
                + (strategies == 1 ? " strategy, " : " strategies, ")
                + results.runs().size()
                + (results.runs().size() == 1 ? " run, " : " runs, ")
                + results.trials().size()
                + (results.trials().size() == 1 ? " trial" : " trials")
                + (failed == 0 ? "" : ", of which " + failed + " failed");
    }
}
