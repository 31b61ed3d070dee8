package org.nasworkbench.experiment.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.WhatIf;
import org.nasworkbench.experiment.run.WhatIf.Answer;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.results.Comparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what a faster operation is worth. */
@Command(
        name = "what-if",
        description =
                "What is a faster kernel worth? Searches again with one operation after the other made faster, at the"
                        + " same budget, and says how much more the networks found score.")
final class LatencyWhatIfCommand implements Callable<Integer> {
    @Mixin
    private SearcherOptions searcher;

    @Option(
            names = "--operation",
            split = ",",
            paramLabel = "NAME",
            description = "operations of the space; default: all that take time")
    private List<String> operations = List.of();

    @Option(names = "--factor", defaultValue = "2", description = "how much faster; default: ${DEFAULT-VALUE}")
    private double factor;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Study study = searcher.study();
        WhatIf question = new WhatIf(study, searcher.strategy(), searcher.threads(study));
        List<Answer> answers = question.ask(operations.isEmpty() ? question.operations() : operations, factor);
        if (json) {
            System.out.println(Json.pretty(answers.stream().map(this::row).toList()));
        } else {
            print(question, answers);
        }
        return 0;
    }

    private void print(WhatIf question, List<Answer> answers) {
        System.out.println(question.terms());
        Comparison first = answers.get(0).comparison();
        System.out.printf(
                Locale.ROOT,
                "%s; %s gained by an operation that is %s times as fast, with Holm-corrected intervals%n",
                question.searcher(),
                first.measure(),
                factor);
        System.out.printf("%-20s %9s  %-22s %9s  %s%n", "operation", "gain", "interval", "mean ms", "verdict");
        for (Answer answer : answers) {
            Comparison comparison = answer.comparison();
            System.out.printf(
                    Locale.ROOT,
                    "%-20s %+9.4f  %-22s %9.3f  %s%n",
                    answer.operation(),
                    comparison.difference(),
                    comparison
                            .interval()
                            .map(interval ->
                                    String.format(Locale.ROOT, "%+.4f to %+.4f", interval.low(), interval.high()))
                            .orElse("-"),
                    answer.meanMillis(),
                    comparison.shown() ? (comparison.difference() > 0 ? "gains" : "loses") : "no difference shown");
        }
    }

    private Map<String, Object> row(Answer answer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("operation", answer.operation());
        row.put("factor", factor);
        row.put("measure", answer.comparison().measure());
        row.put("gain", answer.comparison().difference());
        row.put(
                "interval",
                answer.comparison()
                        .interval()
                        .map(interval -> new ArrayList<>(List.of(interval.low(), interval.high())))
                        .orElseGet(ArrayList::new));
        row.put("shown", answer.comparison().shown());
        row.put("mean_latency_ms", answer.meanMillis());
        return row;
    }
}
