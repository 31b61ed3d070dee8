package org.nasworkbench.figures.report;

import org.nasworkbench.results.StudyResults;

/** How the run was made, how good its latencies are, and whether it came out again. */
record Documents(StudyResults results, ReportDocuments documents) {
    void write(Html html) {
        html.element("h2", "Provenance", "id", "provenance");
        html.open("dl");
        fact(html, "platform");
        fact(html, "latency check");
        html.element("dt", "reproduction").element("dd", reproduction());
        html.close();
        if (!documents.manifest().isBlank()) {
            html.open("details")
                    .element("summary", "manifest: code, libraries, machine, threads, data, seeds")
                    .element("pre", documents.manifest())
                    .close();
        }
    }

    private void fact(Html html, String name) {
        String value = results.facts().getOrDefault(name, "");
        if (!value.isBlank()) {
            html.element("dt", name).element("dd", value);
        }
    }

    private String reproduction() {
        return documents.reproduction().isBlank()
                ? "this run was not made again yet; nas reproduce does, and compares trial by trial"
                : documents.reproduction();
    }
}
