package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;

/** Studies for tests, read with strategies that only tests have. */
final class Studies {
    static final String GOOD = """
            name: toy-study
            space: {name: squeezenas-small, width: 0.5, blocks: 3}
            task:
              name: street-scenes
              input: [64, 96]
              train: 80
              seed: 7
            latency: {platform: this-cpu-djl, threads: 1}
            objective: {target-ms: 4.0, form: hard, w: -0.1}
            training:
              epochs: 5
              batch: 16
              learning-rate: 0.05
              optimizer: adam
              flip: false
            budget: {trials: 100}
            strategies:
              - {name: small, type: toy-search, population: 10}
              - name: large
                type: toy-search
                population: 50
                op: no
            seeds: [1, 2, 3]
            final: {epochs: 60, seeds: [1, 2]}
            projection: {gpu-days-per-training: 2, source: "a talk, 2019"}
            """;

    /** One whose scores come from a table, which is among the resources of these tests. */
    static final String GOOD_TABLE = """
            name: toy-table
            space: {name: toy-cells, table: test-classes/cells.csv, genotype: arch}
            score:
              column: mean_acc
              unit: percent
              direction: maximise
              runs: [acc_1, acc_2]
              epochs: 200
              shorter: [{epochs: 12, column: acc_e12}]
            cost: {column: train_s, plus: 3.75, workers: 2}
            latency: {column: lat_ms}
            objective: {target-ms: 3.0, form: constraint}
            report: [test_acc, mean_acc]
            correlate: {column: test_acc, with: [mean_acc, acc_e12]}
            budget: {simulated-seconds: 12000}
            repeats: charged
            strategies:
              - {name: small, type: toy-search, population: 10}
            seeds: 1..500
            projection: {dollars-per-gpu-day: 70, price-band: [35, 140]}
            """;

    static final Path FOLDER = Path.of("target").toAbsolutePath();

    private Studies() {}

    static Map<String, StrategyProvider> providers(StrategyProvider... others) {
        Map<String, StrategyProvider> providers = new TreeMap<>();
        providers.put("toy-search", new ToyStrategyProvider());
        for (StrategyProvider other : others) {
            providers.put(other.type(), other);
        }
        return providers;
    }

    static StrategyProvider provider(String type, Setting... settings) {
        return new StrategyProvider() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public List<Setting> settings() {
                return List.of(settings);
            }

            @Override
            public SearchStrategy create(Settings given) {
                return lab -> {
                    throw new AssertionError("no search in these tests");
                };
            }
        };
    }

    static Study read(String text, String... overrides) throws InvalidStudyException {
        return StudyReader.parse(text, "toy.yaml", FOLDER, List.of(overrides), providers());
    }

    static List<Problem> problems(String text, String... overrides) {
        return assertThrows(InvalidStudyException.class, () -> read(text, overrides))
                .problems();
    }

    static List<String> messages(String text, String... overrides) {
        return problems(text, overrides).stream().map(Problem::toString).toList();
    }
}
