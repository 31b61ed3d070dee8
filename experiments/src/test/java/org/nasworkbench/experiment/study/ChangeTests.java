package org.nasworkbench.experiment.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTests {
    @Test
    void changesReplaceAddAndWinOverEarlierOnes() throws InvalidStudyException {
        String text = Studies.GOOD.replaceFirst("(?m)^final: .*\n", "");
        Study study = Studies.read(
                text,
                "budget.trials=30",
                "strategies.0.population=7",
                "strategies.1.op = on",
                "seeds=[4,5]",
                "seeds.1=6",
                "final.epochs=9",
                "task.seed=8",
                "task.seed=9",
                "space={name: squeezenas-large}");
        assertEquals(OptionalInt.of(30), study.budget().trials());
        assertEquals(7L, study.strategies().get(0).settings().get("population"));
        assertEquals("on", study.strategies().get(1).settings().get("op"));
        assertEquals(List.of(4L, 6L), study.seeds());
        assertEquals(new FinalSpec(9, List.of(1L), false), study.trained().finale());
        assertEquals(9, study.trained().task().seed());
        assertEquals(
                SpaceSpec.published("squeezenas-large", 1, 16), study.trained().space());
    }

    @Test
    void theTextAfterChangesReadsAsTheSameStudy() throws InvalidStudyException {
        Study changed = Studies.read(Studies.GOOD, "training.weight-decay=1e-5", "projection.source='012 # \"no\": x'");
        Study again = Studies.read(changed.text());
        assertEquals(again.text(), changed.text());
        assertEquals(changed, again);
        assertEquals("012 # \"no\": x", again.projection().source());
        assertTrue(changed.text().startsWith("# --set training.weight-decay=1e-5\n"));
    }

    @Test
    void aChangeMendsAMistakeInTheFile() throws InvalidStudyException {
        String text = Studies.GOOD.replace("batch: 16", "batch: many");
        assertEquals(
                8, Studies.read(text, "training.batch=8").trained().training().batch());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            budget.trails=5 | --set:1:1 budget.trails: is not a key of budget; did you mean 'trials'?
            budgets.trials=5 | --set:1:1 budgets: is not a key of a study; did you mean 'budget'?
            training.epochs=0 | --set:1:1 training.epochs: must be a whole number from 1 to 100000, but was 0
            training.epochs | --set:1:1 training.epochs: must read key=value, but was 'training.epochs'; such as budget.trials=30
            =5 | --set:1:1 =5: must read key=value, but was '=5'; such as budget.trials=30
            strategies.2.op=on | --set:1:1 strategies.2.op: must be an index from 0 to 1, but was '2'
            strategies.small.op=on | --set:1:1 strategies.small.op: must be an index from 0 to 1, but was 'small'
            name.first=x | --set:1:1 name.first: must lead through keys and list indices; name is 'toy-study'
            training..epochs=5 | --set:1:1 training..epochs: must not have empty parts
            strategies.0.type=toy | --set:1:1 strategies.0.type: must be one of toy-search, but was 'toy'
            latency= | --set:1:1 latency: must be keys with values, but was nothing; such as latency: {platform: this-cpu-djl}
            space={name: squeezenas-small, width: 0.5, width: 1} | --set:1:1 space.width: must not be there twice; first on line 1
            """)
    void aWrongChangeIsNamed(String change, String message) {
        assertEquals(List.of(message), Studies.messages(Studies.GOOD, change));
    }

    @Test
    void changesThatAreNotYamlAreNamedAfterThoseOfTheFileWithTheirNumber() {
        List<Problem> problems =
                Studies.problems(Studies.GOOD.replace("batch: 16", "batch: many"), "task.seed=3", "seeds=[1,");
        assertEquals(
                List.of("toy.yaml:12 training.batch", "--set:2 seeds"),
                problems.stream()
                        .map(p -> p.file() + ":" + p.line() + " " + p.key())
                        .toList());
    }
}
