package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(SvgDrawing.file(new QualityLatency().of(study))));
        XPath path = XPathFactory.newInstance().newXPath();
        String light = "count(//*[@stroke='none'][ancestor-or-self::*[starts-with(@fill-opacity, '0.3')]])";
        double marks = (Double) path.evaluate(light, svg, XPathConstants.NUMBER);
        long scored = study.trials().stream().filter(t -> t.score().isPresent()).count();
        assertEquals(scored, (long) marks);
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
