package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.nasworkbench.results.StudyResults;
import org.w3c.dom.Document;

class QualityLatencyTests {
    private final StudyResults study = SyntheticStudy.usual();

    @Test
    void everyTrialWithAScoreIsOneLightMark() throws Exception {
        assertEquals(scored(study), lightMarks(study));
    }

    @Test
    void marksUponOneAnotherAreDrawnOnceWhereThereAreThousands() throws Exception {
        int times = XyPanel.MANY / 50;
        StudyResults large = new StudyResults(
                study.name(),
                study.facts(),
                study.targetMillis(),
                study.projection(),
                study.runs(),
                study.trials().stream()
                        .flatMap(trial -> Collections.nCopies(times, trial).stream())
                        .toList(),
                study.charges(),
                study.sessions(),
                study.finals(),
                study.traces(),
                study.fidelity());
        long marks = lightMarks(large);
        assertTrue(marks <= scored(study) && marks > scored(study) / 2, () -> marks + " of " + scored(study));
        assertTrue(new QualityLatency().caption(large).contains("one may be drawn"));
        assertFalse(new QualityLatency().caption(study).contains("one may be drawn"));
    }

    private static long scored(StudyResults study) {
        return study.trials().stream().filter(t -> t.score().isPresent()).count();
    }

    private static long lightMarks(StudyResults study) throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(SvgDrawing.file(new QualityLatency().of(study))));
        XPath path = XPathFactory.newInstance().newXPath();
        String light = "count(//*[@stroke='none'][ancestor-or-self::*[starts-with(@fill-opacity, '0.3')]])";
        return ((Double) path.evaluate(light, svg, XPathConstants.NUMBER)).longValue();
    }

    @Test
    void theTargetIsLabelled() throws IOException {
        assertTrue(FiguresTests.text(new QualityLatency(), study).contains("target 4 ms"));
    }

    @Test
    void theCaptionSaysHowManyTrialsAreMissing() {
        long failed = study.trials().stream().filter(t -> t.score().isEmpty()).count();
        assertTrue(new QualityLatency()
                .caption(study)
                .contains("Not shown: " + failed + " of " + study.trials().size()));
    }
}
