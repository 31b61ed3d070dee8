package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.FidelityRow;

public class SupernetFidelityTests {
    /** A study whose second strategy's ranking gets better epoch by epoch; the first one's tells nothing. */
    public static StudyResults judged() {
        StudyResults study = SyntheticStudy.usual();
        List<FidelityRow> rows = new ArrayList<>();
        for (StudyResults.Run run :
                study.runs().stream().filter(r -> r.seed() == 1).limit(2).toList()) {
            boolean good = !rows.isEmpty();
            for (int epoch = 8; epoch <= 30; epoch += 7) {
                for (boolean recalibrated : new boolean[] {false, true}) {
                    SplittableRandom random = new SplittableRandom(3);
                    for (int i = 0; i < 30; i++) {
                        double standAlone = 0.2 + 0.1 * random.nextDouble();
                        double noise = 0.1 * random.nextDouble();
                        double share = good ? epoch / (recalibrated ? 40.0 : 80.0) : 0;
                        rows.add(new FidelityRow(
                                new RunKey(run.strategy(), run.seed()),
                                epoch,
                                recalibrated,
                                "network " + i,
                                2 + i / 10.0,
                                share * standAlone + (1 - share) * noise,
                                OptionalDouble.of(standAlone)));
                    }
                }
            }
        }
        return new StudyResults(
                study.name(),
                study.facts(),
                study.targetMillis(),
                study.projection(),
                study.runs(),
                study.trials(),
                study.charges(),
                study.sessions(),
                study.finals(),
                study.traces(),
                rows);
    }

    @Test
    void eachStrategyHasARowWithItsVerdict() throws IOException {
        StudyResults study = judged();
        String text = FiguresTests.text(new SupernetFidelity(), study);
        List<String> strategies = study.runs().stream()
                .map(StudyResults.Run::strategy)
                .distinct()
                .limit(2)
                .toList();
        assertTrue(text.contains(strategies.get(0) + " seed 1: no agreement shown"), text);
        assertTrue(text.contains(strategies.get(1) + " seed 1: the supernet's ranking agrees"), text);
        assertTrue(text.contains("Epochs of the shared weights") && text.contains("4.9 ms"), text);
        assertFalse(text.contains("NaN"), text);
    }

    @Test
    void everyNetworkIsAMark() throws IOException {
        String svg = SvgDrawing.element(new SupernetFidelity().of(judged()));
        assertEquals(2 * 30, svg.split("\"white\"", -1).length - 1, "marks have a white edge");
        assertEquals(svg, SvgDrawing.element(new SupernetFidelity().of(judged())), "the same picture each time");
    }

    @Test
    void withoutSupernetsThereIsNoSuchFigure() {
        assertFalse(new SupernetFidelity().appliesTo(SyntheticStudy.usual()));
        assertTrue(Figures.of(judged()).stream().anyMatch(SupernetFidelity.class::isInstance));
    }
}
