package org.nasworkbench.experiment.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.StudyOutputs;

/** A report of 20,000 trials in a browser; it prints how long that takes, which decides nothing. */
@Tag("slow")
@DisabledIf(value = "withoutBrowser", disabledReason = "needs Chromium and its driver on the PATH: docs/report.md")
class LargeReportTests {
    private static final int OPENINGS = 5;

    @TempDir
    Path place;

    static boolean withoutBrowser() {
        return Browser.missing().isPresent();
    }

    @Test
    void twentyThousandTrialsAreShown() throws Exception {
        RunFolder run = ShownStudy.record(place.resolve("run"), 10, 500);
        StudyOutputs.write(run);
        String report = run.report().toUri().toString();
        double[] paints = new double[OPENINGS];
        double[] drawn = new double[OPENINGS];
        try (Browser browser = new Browser(place.resolve("profile"))) {
            for (int i = 0; i < OPENINGS; i++) {
                browser.openPlain("about:blank");
                browser.open(report);
                paints[i] = ((Number) browser.script(
                                "return performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                        .doubleValue();
                drawn[i] = Double.parseDouble(browser.attribute("body", "data-ready"));
            }
            assertEquals(List.of(), browser.errors());
            assertEquals(20_000L, ((Number) browser.script("return page.trials.length")).longValue());
            assertTrue(browser.count("#chart-trials canvas") > 0);
        }
        Arrays.sort(paints);
        Arrays.sort(drawn);
        System.out.printf(
                "20,000 trials: first paint %.0f ms, every chart drawn %.0f ms (medians of %d)%n",
                paints[OPENINGS / 2], drawn[OPENINGS / 2], OPENINGS);
    }
}
