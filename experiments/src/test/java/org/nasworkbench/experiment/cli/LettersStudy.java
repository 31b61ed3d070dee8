package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A study of a table that is made up: 256 architectures of four letters, each recorded twice; run in a second. */
final class LettersStudy {
    /** Every type that searches a table, each with a setting or two that keep it small. */
    static final List<String> ALL_TYPES = List.of(
            "type: random-search, batch: 4",
            "type: regularized-evolution, population: 6, sample: 3, offspring: 1",
            "type: nsga2, population: 6",
            "type: local-search",
            "type: successive-halving, first: 6",
            "type: reinforce, batch: 4, controller: logits");

    private static final String STUDY = """
            name: letters
            space: {table: letters.csv, genotype: arch}
            score: {column: mean, unit: percent, runs: [first, second], epochs: 20, shorter: [{epochs: 5, column: early}]}
            cost: {column: seconds}
            latency: {column: ms}
            objective: {target-ms: 2.0, form: soft, w: -0.07}
            report: [late, mean]
            budget: {trials: 24}
            repeats: %s
            strategies: [%s]
            seeds: [1, 2]
            """;

    private LettersStudy() {}

    /** Writes table and study; returns the study's file. */
    static Path write(Path folder, boolean repeatsCharged, List<String> strategies) throws IOException {
        StringBuilder rows = new StringBuilder("arch,first,second,mean,early,seconds,ms,late\n");
        for (int i = 0; i < 256; i++) {
            double score = 30 + i / 8.0 + (i * 37 % 11);
            rows.append("%c%c%c%c,%s,%s,%s,%s,%s,%s,%s%n"
                    .formatted(
                            'a' + i / 64,
                            'a' + i / 16 % 4,
                            'a' + i / 4 % 4,
                            'a' + i % 4,
                            score,
                            score + 1,
                            score + 0.5,
                            score - 10 + i % 3,
                            10 + i % 3,
                            1 + i * 29 % 17 / 8.0,
                            score + 9));
        }
        Files.writeString(folder.resolve("letters.csv"), rows.toString());
        List<String> entries = new ArrayList<>();
        for (String strategy : strategies) {
            entries.add("{" + strategy + "}");
        }
        return Files.writeString(
                folder.resolve("letters.yaml"),
                STUDY.formatted(repeatsCharged ? "charged" : "free", String.join(", ", entries)));
    }
}
