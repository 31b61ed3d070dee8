package org.nasworkbench.experiment.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.results.RunKey;
import org.openqa.selenium.Keys;

/** The page of a study that goes on, in a browser. */
@DisabledIf(value = "withoutBrowser", disabledReason = "needs Chromium and its driver on the PATH: docs/report.md")
class LivePageTests {
    @TempDir
    Path place;

    static boolean withoutBrowser() {
        return Browser.missing().isPresent();
    }

    @Test
    void thePageFollowsTheStudyThroughARestartAndAsksNobodyElse() throws Exception {
        Path runs = place.resolve("runs");
        Path run = runs.resolve("shown");
        ShownStudy.record(run, 1, 4);
        try (StudyServer server = new StudyServer(List.of(runs), 0, 200);
                Browser browser = new Browser(place.resolve("profile"))) {
            String site = "http://localhost:" + server.port();
            browser.openPlain(site + "/");
            browser.await("the list is there", () -> browser.texts("td a").equals(List.of("shown")));
            browser.open(site + "/run/shown");
            assertEquals("live", browser.find(".live").getText());
            assertEquals("16 trials", trials(browser));
            browser.find("#trial-list ol").sendKeys(Keys.END);
            String picked = browser.find("#trial-detail h3").getText();

            ShownStudy.addTrial(run, new RunKey("evolution", 2), 0);
            browser.await("the new trial is on the page", () -> trials(browser).equals("17 trials"));
            browser.await(
                    "it is drawn", () -> browser.attribute("body", "data-drawn").equals("4"));
            assertEquals(picked, browser.find("#trial-detail h3").getText(), "what was picked stays");

            new RunFolder(run).clear();
            ShownStudy.beginAnew(run);
            ShownStudy.addTrial(run, new RunKey("evolution", 1), 0);
            browser.await("the study that was begun anew is on the page", () -> trials(browser)
                    .equals("1 trial"));

            assertEquals(List.of(), browser.errors());
            browser.requests().forEach(address -> assertTrue(address.startsWith(site), address));
        }
    }

    /** The last words of the size that the page's head states. */
    private static String trials(Browser browser) {
        List<String> facts = browser.texts("main > dl dd");
        return facts.stream()
                .filter(fact -> fact.matches(".* trials?"))
                .map(fact -> fact.substring(fact.lastIndexOf(", ") + 2))
                .findFirst()
                .orElse("");
    }
}
