package org.nasworkbench.experiment.reproduce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.experiment.run.TrialsAgain;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.results.FactCsv;
import org.nasworkbench.results.FinalTraining;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.space.Architecture;

/** Single rows of a run's tables, made again from the genotypes that they name. */
final class SingleRows {
    private final Study study;
    private final TrialsAgain again;
    private final FactCsv trials;
    private final Optional<FactCsv> finals;
    private final List<String> notes = new ArrayList<>();

    SingleRows(Study study, TrialsAgain again, FactCsv trials, Optional<FactCsv> finals) {
        this.study = study;
        this.again = again;
        this.trials = trials;
        this.finals = finals;
        again.latencyTrouble()
                .ifPresent(why -> notes.add("latencies are taken from the run's trials, and not made again: " + why));
    }

    /** What a reader must know of how they were made. */
    List<String> notes() {
        return notes;
    }

    private Optional<String> latencyColumn() {
        return trials.header().stream()
                .filter(column -> column.endsWith("latency_ms"))
                .findFirst();
    }

    /** Trains the networks of these trials again. @throws IllegalArgumentException naming a trial that is not there */
    FactCsv trials(List<RowName> names) throws InterruptedException {
        Map<RowName, FactCsv.Row> named = named(trials, "number", false);
        List<FactCsv.Row> rows = new ArrayList<>();
        for (RowName name : names) {
            rows.add(row(named, name, "trials"));
        }
        Map<RowName, TrialsAgain.Request> requests = requests(named);
        List<Outcome> outcomes = again.train(names.stream().map(requests::get).toList());
        List<FactCsv.Row> made = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            made.add(made(rows.get(i), outcomes.get(i)));
        }
        return table(made);
    }

    /** Trains chosen networks to the end again. */
    FactCsv finals(List<RowName> names) throws InterruptedException {
        Map<RowName, FactCsv.Row> named = named(finals.orElseThrow(), "final_seed", true);
        List<FactCsv.Row> made = new ArrayList<>();
        for (RowName name : names) {
            FactCsv.Row row = row(named, name, "finals");
            if ("true".equals(row.cells().get("inherited"))) {
                throw new IllegalArgumentException("a final training can be made again alone only where it started from"
                        + " scratch, but that of " + name + " started from shared weights: make the whole run again");
            }
            FinalTraining done = again.trainToTheEnd(name.run(), row.text("genotype"), name.number());
            Map<String, String> cells = key(row, "final_seed");
            cells.put("genotype", done.genotype());
            cells.put("status", done.score().isPresent() ? "scored" : "failed");
            cells.put("final_score", text(done.score()));
            done.metrics().forEach((metric, value) -> cells.put(metric, Double.toString(value)));
            made.add(new FactCsv.Row(row.place(), cells));
        }
        return table(made);
    }

    private FactCsv.Row made(FactCsv.Row row, Outcome outcome) {
        Architecture network = again.space().parse(row.text("genotype"));
        Optional<Latency> latency = again.latency().isPresent()
                ? again.latency().map(evaluator -> evaluator.of(network))
                : latencyColumn().map(column -> new Latency(row.number(column)));
        Map<String, String> cells = key(row, "number");
        cells.put("genotype", again.space().print(network));
        cells.put("status", outcome instanceof Outcome.Scored ? "scored" : "failed");
        cells.put("search_score", text(outcome.score()));
        cells.put(
                "objective",
                outcome.score().isPresent()
                        ? Double.toString(
                                study.objective().value(outcome.score().getAsDouble(), latency))
                        : "");
        if (again.latency().isPresent() && latencyColumn().isPresent()) {
            cells.put(
                    latencyColumn().get(), Double.toString(latency.orElseThrow().millis()));
        }
        return new FactCsv.Row(row.place(), cells);
    }

    /**
     * What the run asked for at each trial: with repeats charged the how-manieth training of a network it was; else a repeat was
     * answered by the first of its kind.
     */
    private Map<RowName, TrialsAgain.Request> requests(Map<RowName, FactCsv.Row> named) {
        Map<List<Object>, Integer> counts = new HashMap<>();
        Map<List<Object>, String> firsts = new HashMap<>();
        Map<RowName, TrialsAgain.Request> requests = new HashMap<>();
        named.forEach((name, row) -> {
            String genotype = row.text("genotype");
            Architecture canonical = again.space().canonical(again.space().parse(genotype));
            List<Object> kind = List.of(name.run(), canonical, epochs(row));
            int before = counts.merge(kind, 1, Integer::sum) - 1;
            String first = firsts.computeIfAbsent(kind, none -> genotype);
            requests.put(
                    name,
                    study.repeatsCharged()
                            ? new TrialsAgain.Request(name.run(), genotype, epochs(row), before)
                            : new TrialsAgain.Request(name.run(), first, epochs(row), 0));
        });
        return requests;
    }

    /** An early version had trainings of one length only. */
    private int epochs(FactCsv.Row row) {
        return trials.header().contains("epochs") ? (int) row.whole("epochs") : again.fullEpochs();
    }

    private static Map<RowName, FactCsv.Row> named(FactCsv table, String number, boolean isFinal) {
        Map<RowName, FactCsv.Row> named = new LinkedHashMap<>();
        table.rows()
                .forEach(row -> named.put(
                        new RowName(new RunKey(row.text("strategy"), row.whole("seed")), isFinal, row.whole(number)),
                        row));
        return named;
    }

    private static FactCsv.Row row(Map<RowName, FactCsv.Row> named, RowName name, String table) {
        FactCsv.Row row = named.get(name);
        if (row == null) {
            throw new IllegalArgumentException("--only must name rows of the run's " + table + ", but " + name
                    + " is not there; the first is "
                    + named.keySet().stream().findFirst().map(RowName::toString).orElse("none"));
        }
        return row;
    }

    private static Map<String, String> key(FactCsv.Row row, String number) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : List.of("strategy", "seed", number)) {
            cells.put(column, row.text(column));
        }
        return cells;
    }

    private FactCsv table(List<FactCsv.Row> rows) {
        List<String> header =
                rows.isEmpty() ? List.of() : List.copyOf(rows.get(0).cells().keySet());
        return new FactCsv(trials.file(), Map.of(), header, rows);
    }

    private static String text(OptionalDouble number) {
        return number.isPresent() ? Double.toString(number.getAsDouble()) : "";
    }
}
