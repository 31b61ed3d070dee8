package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user reads after a slip. */
class StudyMistakesTests {
    @Test
    void sixMistakesInOneFileAreAllNamed() {
        String text = """
                name: toy-study
                space: {name: squeezenas-smal}
                task: {name: street-scenes, input: [64, 20]}
                objective: {target-ms: 4.0}
                training:
                  epochs: five
                  batch: 16
                  learning_rate: 0.05
                budgt: {trials: 100}
                strategies:
                  - {type: toy-search, populaton: 10}
                  - {name: b, type: toy-search, sample: 0}
                seeds: [1]
                seeds: [2]
                """;
        assertEquals(
                List.of(
                        "toy.yaml:2:15 space.name: must be one of squeezenas-small, squeezenas-large, squeezenas-xlarge, "
                                + "fbnet-segmentation, mnasnet, nb201, transnas-micro, but was 'squeezenas-smal'; did you mean 'squeezenas-small'?",
                        "toy.yaml:3:41 task.input.1: must be a whole number from 32 to 2048, but was 20",
                        "toy.yaml:6:11 training.epochs: must be a whole number from 1 to 100000, but was 'five';"
                                + " such as epochs: 5",
                        "toy.yaml:8:3 training.learning_rate: is not a key of training; did you mean 'learning-rate'?",
                        "toy.yaml:9:1 budgt: is not a key of a study; did you mean 'budget'?",
                        "toy.yaml:11:24 strategies.0.populaton: is not a key of strategies.0; did you mean 'population'?",
                        "toy.yaml:12:41 strategies.1.sample: must be a whole number from 1 to 1000, but was 0",
                        "toy.yaml:14:1 seeds: must not be there twice; first on line 13"),
                Studies.messages(text));
    }

    @Test
    void rankingsAreCheckedWithThirtyNetworksUnlessTheStudySaysOtherwise() throws Exception {
        assertEquals(30, Studies.read(Studies.GOOD).trained().fidelity().genotypes());
        assertEquals(
                0,
                Studies.read(Studies.GOOD + "fidelity: {genotypes: 0}\n")
                        .trained()
                        .fidelity()
                        .genotypes());
        List<String> messages = Studies.messages(Studies.GOOD + "fidelity: {genotypes: 9}\n");
        assertEquals(1, messages.size(), () -> messages.toString());
        assertTrue(
                messages.get(0).contains("fidelity.genotypes: must be 0 or at least 10, but was 9"),
                () -> messages.toString());
    }

    /** Each row: what stands in the good study, what is put there, and the one message that this gives. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 400, textBlock = """
            name: toy-study | name: Toy | 1:7 name: must be at most 64 lower-case letters, digits and hyphens, and not begin with a hyphen, but was 'Toy'
            name: toy-study | name: 5 | 1:7 name: must be at most 64 lower-case letters, digits and hyphens, and not begin with a hyphen, but was 5; such as name: camvid-small
            name: toy-study | # none | 1:1 name: is missing; such as name: camvid-small
            name: toy-study | name: "a\\n" | 1:7 name: must be at most 64 lower-case letters, digits and hyphens, and not begin with a hyphen, but was 'a\\n'
            width: 0.5 | width: 0 | 2:40 space.width: must be a number above 0 and at most 8, but was 0
            width: 0.5 | width: .inf | 2:40 space.width: must be a number above 0 and at most 8, but was '.inf'; such as width: 0.5
            width: 0.5 | width: '0.5' | 2:40 space.width: must be a number above 0 and at most 8, but was '0.5'; such as width: 0.5
            blocks: 3 | blocks: 17 | 2:53 space.blocks: must be a whole number from 1 to 16, but was 17
            blocks: 3 | blocks: 3.5 | 2:53 space.blocks: must be a whole number from 1 to 16, but was 3.5; such as blocks: 3
            blocks: 3 | blocks: 03 | 2:53 space.blocks: must be a whole number from 1 to 16, but was '03'; such as blocks: 3
            blocks: 3 | blocks: | 2:52 space.blocks: must be a whole number from 1 to 16, but was nothing; such as blocks: 3
            input: [64, 96] | input: [64] | 5:10 task.input: must be a list of two whole numbers, height and width, but was [64]; such as input: [120, 160]
            input: [64, 96] | input: 64 | 5:10 task.input: must be a list of two whole numbers, height and width, but was 64; such as input: [120, 160]
            train: 80 | dir: data | 6:3 task.dir: is not a key of the task street-scenes; leave it out
            train: 80 | classes: [a, b] | 6:3 task.classes: is not a key of the task street-scenes; leave it out
            name: street-scenes | name: streets | 4:9 task.name: must be one of camvid, street-scenes, folder, but was 'streets'
            platform: this-cpu-djl | platform: this-cpu-dlj | 8:21 latency.platform: must be one of command, macs, roofline, systolic-array, this-cpu-djl, this-cpu-onnxruntime, but was 'this-cpu-dlj'; did you mean 'this-cpu-djl'?
            threads: 1 | threads: true | 8:44 latency.threads: must be a whole number from 1 to 1024, but was true; such as threads: 1
            target-ms: 4.0, form | form | 9:1 objective.target-ms: is missing; such as target-ms: 4.0
            target-ms: 4.0 | target: 4.0 | 9:13 objective.target: is not a key of objective; did you mean 'target-ms'?
            target-ms: 4.0 | target-ms: -3 | 9:24 objective.target-ms: must be a number above 0 and at most 1000000, but was -3
            form: hard | form: sotf | 9:35 objective.form: must be one of soft, hard, constraint, none, but was 'sotf'; did you mean 'soft'?
            w: -0.1 | w: 0.1 | 9:44 objective.w: must be a number from -10 to 0, but was 0.1
            flip: false | flip: no | 15:9 training.flip: must be true or false, but was 'no'; such as flip: true
            flip: false | momentum: 1 | 15:13 training.momentum: must be a number of at least 0 and below 1, but was 1
            batch: 16 | batch: 99999999999999999999 | 12:10 training.batch: must be a whole number from 1 to 4096, but was 99999999999999999999
            {trials: 100} | {} | 16:9 budget: must have exactly one of trials, device-hours, simulated-seconds, money, but was {}; such as budget: {trials: 100}
            {trials: 100} | {trials: 9, money: 5} | 16:9 budget: must have exactly one of trials, device-hours, simulated-seconds, money, but was {trials: 9, money: 5}; such as budget: {trials: 100}
            {trials: 100} | {trials: 9, mony: 5} | 16:21 budget.mony: is not a key of budget; did you mean 'money'?
            {trials: 100} | {hours: 5} | 16:10 budget.hours: is not a key of budget; keys here are trials, device-hours, simulated-seconds, money
            type: toy-search, | type: toy-serch, | 18:25 strategies.0.type: must be one of toy-search, but was 'toy-serch'; did you mean 'toy-search'?
            type: toy-search, | typ: toy-search, | 18:19 strategies.0.typ: is not a key of strategies.0; did you mean 'type'?
            type: toy-search, | | 18:5 strategies.0.type: is missing; such as type: regularized-evolution
            name: small, | name: large, | 19:11 strategies.1.name: must differ from the names of the other strategies, but was 'large'
            {name: small, type: toy-search, population: 10} | toy-search | 18:5 strategies.0: must be keys with values, but was 'toy-search'; such as {type: regularized-evolution}
            population: 10 | population: [10] | 18:49 strategies.0.population: must be a whole number from 2 to 1000, but was [10]; such as population: 20
            population: 10 | population: | 18:48 strategies.0.population: must be a whole number from 2 to 1000, but was nothing; such as population: 20
            population: 10 | population: 4 | 18:5 strategies.0: sample must be at most population, but was 5 of 4
            op: no | op: offf | 22:9 strategies.1.op: must be one of [no, off, on], but was 'offf'; did you mean 'off'?
            op: no | op: | 22:8 strategies.1.op: must be one of [no, off, on], but was nothing
            {trials: 100} | 100 | 16:9 budget: must have exactly one of trials, device-hours, simulated-seconds, money, but was 100; such as budget: {trials: 100}
            op: no | colour: red | 22:5 strategies.1.colour: is not a key of strategies.1; keys here are name, type, population, sample, heat, ageing, op
            seeds: [1, 2, 3] | seeds: [1, 2, 1] | 23:15 seeds.2: must not be there twice, but was 1
            seeds: [1, 2, 3] | seeds: [] | 23:8 seeds: must be a list of at least one whole number, all distinct, or a range such as 1..20, but was []; such as seeds: [1, 2, 3]
            seeds: [1, 2, 3] | seeds: 3 | 23:8 seeds: must be a list of at least one whole number, all distinct, or a range such as 1..20, but was 3; such as seeds: [1, 2, 3]
            seeds: [1, 2, 3] | seeds: [0] | 23:9 seeds.0: must be a whole number from 1 to 9007199254740991, but was 0
            final: { | final: {batch: 16,  | 24:9 final.batch: is not a key of final; did you mean training.batch?
            final: { | final: {inherit: weights, | 24:18 final.inherit: must be one of none, shared-weights, but was 'weights'
            final: { | final: {inherit: shared-weights, | 24:18 final.inherit: must be none where no strategy trains shared weights, but was 'shared-weights'; squeezenas is one that does
            source: "a talk, 2019" | source: "" | 25:48 projection.source: must be text that is not empty, but was ''
            """)
    void oneMistakeGivesOneMessage(String there, String instead, String message) {
        String wrong = instead == null ? "" : instead;
        assertTrue(Studies.GOOD.contains(there), there);
        String text = Studies.GOOD.replaceFirst(Pattern.quote(there), Matcher.quoteReplacement(wrong));
        assertEquals(List.of("toy.yaml:" + message), Studies.messages(text));
    }
}
