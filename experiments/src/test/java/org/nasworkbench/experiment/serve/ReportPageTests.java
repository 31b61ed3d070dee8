package org.nasworkbench.experiment.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.experiment.run.RunFolder;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The report in a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledIf(value = "withoutBrowser", disabledReason = "needs Chromium and its driver on the PATH: docs/report.md")
class ReportPageTests {
    private static final String LIST = "#trial-list ol";

    @TempDir
    static Path place;

    private Browser browser;
    private String report;

    static boolean withoutBrowser() {
        return Browser.missing().isPresent();
    }

    @BeforeAll
    void begin() throws Exception {
        RunFolder run = ShownStudy.trained(place.resolve("run"));
        report = run.report().toUri().toString();
        browser = new Browser(place.resolve("profile"));
    }

    @AfterAll
    void end() {
        browser.close();
    }

    private void open() {
        browser.openPlain("about:blank");
        browser.requests();
        browser.open(report);
    }

    @Test
    void itAsksNoNetworkMeetsNoErrorAndDrawsEveryChart() {
        open();
        assertEquals(List.of(), browser.errors());
        List<String> outside = browser.requests().stream()
                .filter(address -> !address.equals(report))
                .toList();
        assertEquals(List.of(), outside);
        assertEquals("4", browser.attribute("body", "data-drawn"));
        assertEquals(0, ((Number) browser.script("return scrollY")).intValue(), "a reader begins at the top");
        for (String chart : List.of("strategies", "trials", "best", "ledger")) {
            assertTrue(browser.count("#chart-" + chart + " svg, #chart-" + chart + " canvas") > 0, chart);
            assertTrue(browser.find("#chart-" + chart).getSize().getHeight() > 40, chart);
        }
    }

    @Test
    void theChosenTrialShowsItsNetworkItsLossesAndWhatItConfuses() {
        open();
        assertEquals(1, browser.count("#trial-detail svg.network"));
        assertEquals(1, browser.count("#trial-detail svg.curve polyline"));
        assertEquals(
                ShownStudy.CLASSES.size() + 1,
                browser.count("#trial-detail table.confusion tr"),
                "a head, and a class a row");
        assertTrue(browser.texts("#trial-detail table.confusion th").containsAll(ShownStudy.CLASSES));
        assertEquals(
                ShownStudy.BLOCKS, browser.count("#trial-detail svg.network rect, #trial-detail svg.network line"));
    }

    @Test
    void arrowKeysGoFromTrialToTrialAndBoundsListOthers() {
        open();
        WebElement list = browser.find(LIST);
        list.sendKeys(Keys.HOME);
        String first = browser.find(LIST + " [aria-selected=true]").getText();
        list.sendKeys(Keys.ARROW_DOWN);
        String second = browser.find(LIST + " [aria-selected=true]").getText();
        assertNotEquals(first, second);
        String head = browser.find("#trial-detail h3").getText();
        assertTrue(second.contains(head.split(",")[0]), second + " / " + head);

        browser.find("#trial-bounds input[name=y0]").sendKeys("0.2", Keys.ENTER);
        browser.await(
                "the list is of the bounds",
                () -> browser.find("#trial-list p").getText().contains("within the bounds"));
        for (String row : browser.texts(LIST + " li")) {
            assertTrue(Double.parseDouble(row.split(" ")[0]) >= 0.2, row);
        }
        browser.find("#trial-bounds button[type=reset]").sendKeys(Keys.ENTER);
        browser.await(
                "the list is of the fronts again",
                () -> browser.find("#trial-list p").getText().contains("on the fronts"));
        assertEquals(List.of(), browser.errors());
    }

    @Test
    void aBrushOverTheChartListsWhatIsUnderIt() {
        open();
        String before = browser.find("#trial-list p").getText();
        browser.drag("#chart-trials svg, #chart-trials canvas", 0.3, 0.1, 0.95, 0.9);
        browser.await(
                "the brush lists trials",
                () -> browser.find("#trial-list p").getText().contains("within the bounds"));
        assertNotEquals(before, browser.find("#trial-list p").getText());
        assertFalse(browser.attribute("#trial-bounds input[name=x0]", "value").isEmpty());
    }

    @Test
    void slidersMoveWhatIsProjectedAndNothingElse() {
        open();
        List<String> projected = browser.texts("#price-table .projected");
        List<String> rest = browser.texts("main table td:not(.projected)");
        assertTrue(projected.containsAll(List.of("$70,000", "$700", "1,000", "10")), projected::toString);
        WebElement dollars = browser.find("#price-controls input[name=dollars-slider]");
        for (int i = 0; i < 40; i++) {
            dollars.sendKeys(Keys.ARROW_RIGHT);
        }
        assertNotEquals(projected, browser.texts("#price-table .projected"));
        assertEquals(rest, browser.texts("main table td:not(.projected)"));
        browser.find("#price-controls input[name=gpuDays]").sendKeys(Keys.chord(Keys.CONTROL, "a"), "0.5");
        assertTrue(browser.texts("#price-table .projected").contains("500"));
        browser.find("#price-controls button").sendKeys(Keys.ENTER);
        assertEquals(projected, browser.texts("#price-table .projected"));
    }

    @Test
    void aDarkPageAndOneOnPaperAreDrawnInTheirColours() {
        open();
        browser.emulate("screen", true);
        browser.await("the page is dark", () -> browser.attribute("html", "data-scheme")
                .equals("dark"));
        browser.await("the charts are drawn again", () -> browser.attribute("body", "data-drawn")
                .equals("4"));
        assertTrue(browser.count("#chart-best text[fill='#e8e8ea']") > 0);
        browser.emulate("print", false);
        assertFalse(browser.find("#trial-bounds").isDisplayed());
        browser.emulate("screen", false);
        assertEquals(List.of(), browser.errors());
    }
}
