package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.StudyOutputs;
import org.nasworkbench.experiment.run.TableWhatIf;
import org.nasworkbench.experiment.run.TrainedWhatIf;
import org.nasworkbench.experiment.run.WhatIf;
import org.nasworkbench.experiment.run.WhatIf.Answer;
import org.nasworkbench.experiment.run.WhatIf.Searches;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.results.Comparison;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyResults;
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
            description = "options of the space, or parts of several such as k5; default: all options that take time")
    private List<String> operations = List.of();

    @Option(names = "--factor", defaultValue = "2", description = "how much faster; default: ${DEFAULT-VALUE}")
    private double factor;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "where networks are trained: folder of the runs, one as it is and one an operation (default:"
                    + " runs/what-if-<study>)")
    private Path out;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Searches searches = searches(searcher.study());
        WhatIf question = new WhatIf(searches);
        List<Answer> answers = question.ask(operations.isEmpty() ? question.operations() : operations, factor);
        if (json) {
            System.out.println(Json.pretty(answers.stream().map(this::row).toList()));
        } else {
            print(searches, answers);
        }
        return 0;
    }

    private Searches searches(Study study) throws IOException, InvalidStudyException {
        if (study.ground() instanceof TableSpec) {
            return new TableWhatIf(study, searcher.strategy(), searcher.threads(study));
        }
        return new TrainedWhatIf(
                new StudyRuns(), searcher.strategy(), out == null ? Path.of("runs", "what-if-" + study.name()) : out);
    }

    private final class StudyRuns implements TrainedWhatIf.Runs {
        @Override
        public Study study(Optional<Path> table) throws IOException, InvalidStudyException {
            return table.isPresent() ? searcher.study(table.get()) : searcher.study();
        }

        @Override
        public StudyResults results(Study study, RunFolder folder) throws IOException, InterruptedException {
            System.err.println(folder.root());
            Map<RunKey, String> failures = searcher.run(study, folder);
            if (!failures.isEmpty()) {
                throw new IllegalStateException(
                        "all searches must come to an end, but in " + folder.root() + " there failed " + failures);
            }
            return StudyOutputs.write(folder);
        }
    }

    private void print(Searches searches, List<Answer> answers) throws IOException {
        System.out.println(searches.latencies());
        Comparison first = answers.get(0).comparison();
        System.out.printf(
                Locale.ROOT,
                "%s, %d seeds; %s gained by an operation that is %s times as fast, with Holm-corrected intervals%n",
                searches.strategy(),
                searches.seeds(),
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
                    PrintedComparison.interval(comparison).orElse("-"),
                    answer.meanMillis(),
                    comparison.shown() ? (comparison.difference() > 0 ? "gains" : "loses") : "no difference shown");
        }
    }

    private Map<String, Object> row(Answer answer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("operation", answer.operation());
        row.put("factor", factor);
        row.putAll(PrintedComparison.asMap(answer.comparison()));
        row.put("mean_latency_ms", Double.isNaN(answer.meanMillis()) ? null : answer.meanMillis());
        return row;
    }
}
