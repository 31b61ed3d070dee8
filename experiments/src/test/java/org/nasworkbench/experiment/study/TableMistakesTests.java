package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;

/** What a user reads after a slip in a study whose scores come from a table. */
class TableMistakesTests {
    private static final String SHIPPED = """
            name: shipped
            space: {name: nb201}
            score: {column: c10_val_e12, unit: percent}
            cost: {column: train_s_e12}
            budget: {simulated-seconds: 12000}
            strategies: [{type: toy-search}]
            seeds: [1]
            """;

    @TempDir
    Path folder;

    /** Each row: what stands in the good study, what is put there, and the one message that this gives. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 400, textBlock = """
            genotype: arch | genotype: arhc | 2:67 space.genotype: must be a column of the table, but was 'arhc'; did you mean 'arch'?
            genotype: arch | decisions: [stem, widht] | 2:75 space.decisions.1: must be a column of the table, but was 'widht'; did you mean 'width'?
            genotype: arch | decisions: [] | 2:68 space.decisions: must be a list of at least one column, all distinct, but was []; such as decisions: [stem, width, depth]
            genotype: arch | genotype: arch, decisions: [stem] | 2:73 space.decisions: must not be there beside genotype; leave one of them out
            , genotype: arch |  | 2:8 space: must have a genotype or decisions, but was {name: toy-cells, table: test-classes/cells.csv}; such as genotype: arch
            genotype: arch | decisions: [stem, width], with: test-classes/cells.csv | 2:83 space.with: needs a genotype, by whose column the files are joined
            genotype: arch | genotype: arch, width: 0.5 | 2:73 space.width: has no meaning where scores come from a table; leave it out
            genotype: arch | genotype: arch, blocks: 9 | 2:73 space.blocks: has no meaning where scores come from a table; leave it out
            column: mean_acc | column: meanacc | 4:11 score.column: must be a column of the table, but was 'meanacc'; did you mean 'mean_acc'?
            unit: percent | unit: percentage | 5:9 score.unit: must be one of fraction, percent, range, but was 'percentage'; did you mean 'percent'?
            direction: maximise | direction: maximize | 6:14 score.direction: must be one of maximise, minimise, but was 'maximize'; did you mean 'maximise'?
            runs: [acc_1, acc_2] | runs: [acc_1, acc_3] | 7:17 score.runs.1: must be a column of the table, but was 'acc_3'; did you mean 'acc_1'?
            runs: [acc_1, acc_2] | runs: [acc_1, acc_1] | 7:17 score.runs.1: must not be there twice, but was 'acc_1'
            runs: [acc_1, acc_2] | runs: acc_1 | 7:9 score.runs: must be a list of at least one column, all distinct, but was 'acc_1'; such as runs: [acc_1, acc_2]
            epochs: 200 | epochs: 12 | 9:22 score.shorter.0.epochs: must be below score.epochs, which is 12, but was 12
            epochs: 200 | # none | 9:22 score.shorter.0.epochs: must be below score.epochs, which is 1, but was 12
            epochs: 200 | epochs: 0 | 8:11 score.epochs: must be a whole number from 1 to 1000000, but was 0
            column: acc_e12} | column: acc_e12}, {epochs: 12, column: acc_1} | 9:53 score.shorter.1.epochs: must not be there twice, but was 12
            column: acc_e12 | column: ac_e12 | 9:34 score.shorter.0.column: must be a column of the table, but was 'ac_e12'; did you mean 'acc_e12'?
            {epochs: 12, column: acc_e12} | {epochs: 12} | 9:13 score.shorter.0.column: is missing; such as column: acc_e12
            column: train_s | column: trains | 10:16 cost.column: must be a column of the table, but was 'trains'; did you mean 'train_s'?
            column: train_s | seconds: 120 | 10:22 cost.plus: needs a column to be added to; leave it out
            column: train_s | seconds: 120, column: train_s | 10:7 cost: must have exactly one of seconds, column, but was {seconds: 120, column: train_s, plus: 3.75, workers: 2}; such as cost: {column: train_s}
            column: train_s, plus: 3.75, workers: 2 | workers: 2 | 10:7 cost: must have exactly one of seconds, column, but was {workers: 2}; such as cost: {column: train_s}
            cost: {column: train_s, plus: 3.75, workers: 2} | # none | 15:10 budget.simulated-seconds: needs the cost of a training; such as cost: {column: train_s}
            column: lat_ms | | 11:1 latency.column: is missing; such as column: lat_ms
            column: lat_ms | column: lat_ms, threads: 1 | 11:27 latency.threads: has no meaning where scores come from a table; leave it out
            column: lat_ms | column: lat_ms, table: test-classes/cells.csv | 11:27 latency.table: must not be there beside column; leave one out
            column: lat_ms | device: raspi4 | 11:11 latency.device: is known of shipped tables; name the column of the latencies
            column: lat_ms | column: lat | 11:19 latency.column: must be a column of the table, but was 'lat'; did you mean 'lat_ms'?
            latency: {column: lat_ms} | # none | 12:35 objective.form: must be none where no latencies are known, but was 'constraint'; name their column, such as latency: {column: lat_ms}
            objective: {target-ms: 3.0, form: constraint} | # none | 1:1 objective: is missing; such as objective: {target-ms: 4.0}
            target-ms: 3.0, | | 12:1 objective.target-ms: is missing; such as target-ms: 4.0
            report: [test_acc, mean_acc] | report: test_ac | 13:9 report: must be a column of the table, but was 'test_ac'; did you mean 'test_acc'?
            report: [test_acc, mean_acc] | report: [test_acc, test_acc] | 13:20 report.1: must not be there twice, but was 'test_acc'
            report: [test_acc, mean_acc] | report: 5 | 13:9 report: must be a column, or a list of at least one column, all distinct, but was 5; such as report: mean_acc
            report: [test_acc, mean_acc] | report: "" | 13:9 report: must be a column, or a list of at least one column, all distinct, but was ''
            simulated-seconds: 12000 | device-hours: 3 | 15:10 budget.device-hours: has no meaning where scores come from a table; leave it out
            repeats: charged | repeats: paid | 16:10 repeats: must be one of free, charged, but was 'paid'
            with: [mean_acc, acc_e12] | with: [mean_acc, ac_e12] | 14:48 correlate.with.1: must be a column of the table, but was 'ac_e12'; did you mean 'acc_e12'?
            with: [mean_acc, acc_e12] | with: [] | 14:37 correlate.with: must be a list of at least one column, all distinct, but was []; such as with: [val_class_scene, val_class_object]
            correlate: {column: test_acc, | correlate: {column: test_ac, | 14:21 correlate.column: must be a column of the table, but was 'test_ac'; did you mean 'test_acc'?
            price-band: [35, 140] | price-band: [80, 140] | 20:51 projection.price-band: must hold projection.dollars-per-gpu-day, which is 70.0, but was [80, 140]
            seeds: 1..500 | seeds: 500..1 | 19:8 seeds: must count upwards, and to no more than 100000 seeds, but was '500..1'
            seeds: 1..500 | seeds: 1..999999 | 19:8 seeds: must count upwards, and to no more than 100000 seeds, but was '1..999999'
            seeds: 1..500 | seeds: 0..5 | 19:8 seeds: must be a list of at least one whole number, all distinct, or a range such as 1..20, but was '0..5'
            seeds: 1..500 | seeds: 1-500 | 19:8 seeds: must be a list of at least one whole number, all distinct, or a range such as 1..20, but was '1-500'
            repeats: charged | task: {name: camvid, input: 5} | 16:1 task: has no meaning where scores come from a table; leave it out
            repeats: charged | training: {epochs: many} | 16:1 training: has no meaning where scores come from a table; leave it out
            repeats: charged | final: {epochs: 3} | 16:1 final: has no meaning where scores come from a table; leave it out
            """)
    void oneMistakeGivesOneMessage(String there, String instead, String message) {
        assertEquals(List.of("toy.yaml:" + message), Studies.messages(changed(Studies.GOOD_TABLE, there, instead)));
    }

    /** Likewise, in a study of a shipped table. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 600, textBlock = """
            name: nb201 | name: nb20 | 2:15 space.name: must be one of squeezenas-small, squeezenas-large, squeezenas-xlarge, fbnet-segmentation, mnasnet, nb201, transnas-micro, but was 'nb20'; did you mean 'nb201'?
            name: nb201 | | 2:8 space: must have a name, a table or a file, but was {}; such as space: {name: squeezenas-small}
            name: nb201 | name: nb201, genotype: ops | 2:22 space.genotype: is known of the shipped tables mnasnet, nb201, transnas-micro; leave it out
            c10_val_e12 | c10_val_e13 | 3:17 score.column: must be a column of the table, but was 'c10_val_e13'; did you mean 'c10_val_e12'?
            cost: {column: train_s_e12} | objective: {target-ms: 3} | 4:1 objective: must have the form none where no latencies are known; name their column, such as latency: {column: lat_ms}
            cost: {column: train_s_e12} | latency: {device: raspi5} | 4:19 latency.device: must be one of 1080ti_1, 1080ti_256, 1080ti_32, 2080ti_1, 2080ti_256, 2080ti_32, essential_ph_1, eyeriss, fpga, gold_6226, gold_6240, pixel2, pixel3, raspi4, samsung_a50, samsung_s7, silver_4114, silver_4210r, titan_rtx_1, titan_rtx_256, titan_rtx_32, titanx_1, titanx_256, titanx_32, titanxp_1, titanxp_256, titanxp_32, but was 'raspi5'; did you mean 'raspi4'?
            cost: {column: train_s_e12} | latency: {device: raspi4, column: macs_m} | 4:11 latency.device: must not be there beside column; leave one out
            score: {column: c10_val_e12, unit: percent} | # none | 1:1 score: is missing; such as score: {column: mean_acc, unit: percent}
            """)
    void aMistakeAboutAShippedTableGivesItsMessage(String there, String instead, String message) {
        List<String> said = Studies.messages(changed(SHIPPED, there, instead));
        assertTrue(said.contains("toy.yaml:" + message), said::toString);
    }

    @Test
    void aTableOfTermsMustBeAFile() {
        List<String> said = Studies.messages(changed(Studies.GOOD_TABLE, "column: lat_ms}", "table: nowhere.csv}"));
        assertEquals(1, said.size());
        assertTrue(
                said.get(0)
                        .startsWith("toy.yaml:11:18 latency.table: must be a file, but was 'nowhere.csv'; looked for"),
                said::toString);
    }

    private static String changed(String good, String there, String instead) {
        assertTrue(good.contains(there), there);
        String wrong = instead == null ? "" : instead;
        return good.replaceFirst(Pattern.quote(there), Matcher.quoteReplacement(wrong));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "score: {column: a}",
                "cost: {seconds: 5}",
                "report: a",
                "latency: {column: a}",
                "budget: {simulated-seconds: 5}"
            })
    void whatBelongsToTablesIsRefusedWhereNetworksAreTrained(String key) {
        String name = key.substring(0, key.indexOf(':'));
        String others = Studies.GOOD.replaceFirst("(?m)^" + name + ": .*\n", "");
        List<String> said = Studies.messages(others + key + "\n");
        assertEquals(1, said.size(), said::toString);
        assertTrue(
                said.get(0).endsWith("has a meaning only where scores come from a table; leave it out"),
                said::toString);
    }

    @Test
    void aStudyThatTrainsNeedsItsTaskObjectiveAndTraining() {
        String without = Studies.GOOD.replaceFirst("(?s)task:.*budget:", "budget:");
        assertEquals(
                List.of("task", "objective", "training"),
                Studies.problems(without).stream().map(Problem::key).toList());
    }

    @Test
    void aStrategyThatTrainsWeightsCannotBeAnsweredByATable() {
        StrategyProvider trains = new StrategyProvider() {
            @Override
            public String type() {
                return "supernet";
            }

            @Override
            public List<Setting> settings() {
                return List.of();
            }

            @Override
            public SearchStrategy create(Settings settings) {
                throw new AssertionError("no strategy is made");
            }

            @Override
            public boolean trainsWeights() {
                return true;
            }
        };
        String text = SHIPPED.replace("toy-search", "supernet");
        Map<String, StrategyProvider> providers = Studies.providers(trains);
        InvalidStudyException said = assertThrows(
                InvalidStudyException.class,
                () -> StudyReader.parse(text, "toy.yaml", Studies.FOLDER, List.of(), providers));
        assertEquals(
                "toy.yaml:6:21 strategies.0.type: must be a strategy that a table can answer, but was 'supernet';"
                        + " it trains weights of its own, which needs a task",
                said.getMessage());
    }

    @Test
    void filesThatAreNotThereOrNoTablesAreNamedWithTheirLine() throws IOException {
        Files.writeString(folder.resolve("empty.csv"), "");
        Files.write(folder.resolve("cut.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
        Files.write(folder.resolve("other.csv"), "name,more\na,1\n".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                List.of("space.table: must be a file"),
                rules(Studies.GOOD_TABLE.replace("test-classes/cells.csv", "nothing.csv")));
        for (String file : List.of("empty.csv", "cut.csv.gz")) {
            assertEquals(
                    List.of("space.table: must be comma-separated text with a header"),
                    rules(Studies.GOOD_TABLE.replace("test-classes/cells.csv", "" + folder.resolve(file))));
        }
        assertEquals(
                List.of("space.with: must be a table with the column arch"),
                rules(Studies.GOOD_TABLE.replace(
                        "genotype: arch", "genotype: arch, with: " + folder.resolve("other.csv"))));
        assertEquals(
                List.of("space.with: must be a file"),
                rules(Studies.GOOD_TABLE.replace("genotype: arch", "genotype: arch, with: none.csv")));
    }

    private static List<String> rules(String text) {
        return Studies.problems(text).stream()
                .map(problem -> problem.key() + ": " + problem.rule())
                .toList();
    }
}
