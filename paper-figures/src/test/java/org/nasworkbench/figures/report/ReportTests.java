package org.nasworkbench.figures.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.figures.Figures;
import org.nasworkbench.figures.LearnedLogits;
import org.nasworkbench.figures.SupernetFidelityTests;
import org.nasworkbench.figures.SyntheticStudy;
import org.nasworkbench.results.Projection;
import org.nasworkbench.results.StudyResults;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportTests {
    private static final String HOSTILE = "</style><script>alert('x')</script>\" onload=\"x & y \u0000";

    @TempDir
    Path folder;

    private static String html(StudyResults study) {
        return Report.html(study, Figures.all(), new ReportDocuments("Balance: 0.2 %.", "{}", "", List.of()));
    }

    private static Document parsed(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(withoutScripts(html))));
    }

    /** Scripts are no XML; a browser reads them up to their end tag. */
    private static String withoutScripts(String html) {
        return html.replaceAll("(?s)<script[^>]*>.*?</script>", "");
    }

    private static StudyResults hostile() {
        StudyResults study = new SyntheticStudy(1)
                .failing(0.5)
                .with(List.of(HOSTILE, "b"), 2, 6)
                .results();
        return new StudyResults(
                HOSTILE,
                Map.of("task", HOSTILE, HOSTILE, HOSTILE),
                4,
                new Projection(1, 70, 10, HOSTILE),
                study.runs(),
                study.trials(),
                study.charges(),
                study.sessions(),
                study.finals(),
                List.of(new StudyResults.Trace(HOSTILE, 1, HOSTILE, 0, Double.NaN)),
                List.of());
    }

    @Test
    void reportIsWellFormedAndHasEverySection() throws Exception {
        Document document = parsed(html(SyntheticStudy.usual()));
        NodeList heads = document.getElementsByTagName("h2");
        List<String> names = IntStream.range(0, heads.getLength())
                .mapToObj(i -> heads.item(i).getTextContent())
                .toList();
        assertTrue(names.containsAll(List.of(
                "Strategies", "Comparisons", "Chosen networks", "Ledger", "Search health", "Test split", "Failures")));
        assertEquals(
                Figures.all().size(), document.getElementsByTagName("figure").getLength());
    }

    @Test
    void rankingsBySharedWeightsHaveTheirVerdictAndTheirCost() throws Exception {
        StudyResults judged = SupernetFidelityTests.judged();
        String strategy = judged.runs().get(0).strategy();
        List<StudyResults.Charge> charges = new ArrayList<>(judged.charges());
        charges.add(new StudyResults.Charge(strategy, 1, "shared-weights", 500));
        charges.add(new StudyResults.Charge(strategy, 2, "shared-weights", 500));
        charges.add(new StudyResults.Charge(strategy, 1, "fidelity", 71));
        charges.add(new StudyResults.Charge("", 0, "fidelity", 862));
        StudyResults study = new StudyResults(
                judged.name(),
                Map.of("fidelity", "0"),
                4,
                judged.projection(),
                judged.runs(),
                judged.trials(),
                charges,
                judged.sessions(),
                judged.finals(),
                List.of(new StudyResults.Trace(strategy, 1, "collapsed", 3, 1)),
                judged.fidelity());
        String text = parsed(html(study)).getDocumentElement().getTextContent();
        assertTrue(text.contains(strategy + " seed 1: no agreement shown: tau "), text);
        assertTrue(text.contains(strategy + " seed 2: ranking not checked, since fidelity.genotypes is 0"));
        assertTrue(text.contains(strategy + " seed 1: COLLAPSE ALARM after epoch 4 of 4"));
        assertTrue(text.contains("71") && text.contains("862"));
        assertFalse(html(SyntheticStudy.table()).contains("rankings be believed"));
    }

    @Test
    void whatIsTracedOfSingleBlocksIsLeftToTheFigures() throws Exception {
        StudyResults one =
                new SyntheticStudy(1).with(List.of("squeezenas"), 1, 3).results();
        Document document = parsed(html(LearnedLogits.in(one, 10, 12)));
        assertEquals(6, document.getElementsByTagName("polyline").getLength(), "a curve a series of the whole");
        assertTrue(document.getDocumentElement().getTextContent().contains("is in the figures supernet-health and"));
    }

    @Test
    void finalTrainingsThatStartedFromSharedWeightsAreMarked() throws Exception {
        StudyResults scratch = SyntheticStudy.usual();
        String strategy = scratch.finals().get(0).strategy();
        StudyResults study = new StudyResults(
                scratch.name(),
                scratch.facts(),
                4,
                scratch.projection(),
                scratch.runs(),
                scratch.trials(),
                scratch.charges(),
                scratch.sessions(),
                scratch.finals().stream()
                        .map(end -> end.strategy().equals(strategy) ? inherited(end) : end)
                        .toList(),
                scratch.traces(),
                scratch.fidelity());
        String text = parsed(html(study)).getDocumentElement().getTextContent();
        assertTrue(text.contains("Final trainings of " + strategy + " started from the supernet's weights"), text);
        long runs = study.runs().stream()
                .filter(run -> run.strategy().equals(strategy) && !run.chosen().isBlank())
                .count();
        assertEquals(runs, html(study).split("<td class=\"word\">started from the supernet", -1).length - 1);
        assertFalse(html(scratch).contains("started from"));
    }

    private static StudyResults.Final inherited(StudyResults.Final end) {
        return new StudyResults.Final(
                end.strategy(),
                end.seed(),
                end.finalSeed(),
                end.genotype(),
                true,
                end.status(),
                end.score(),
                end.metrics(),
                end.deviceSeconds(),
                end.testOpenedMillis());
    }

    @Test
    void reportAsksNoNetworkForAnything() throws Exception {
        String html = withoutScripts(html(SyntheticStudy.usual()));
        assertFalse(html.contains("http:") || html.contains("https:") || html.contains("url(//"));
        assertTrue(html.contains("default-src 'none'") || html.contains("default-src &#39;none&#39;"));
        NodeList all = parsed(html).getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            assertFalse(List.of("script", "link", "iframe", "image", "object").contains(element.getTagName()));
            assertFalse(element.hasAttribute("href"));
            assertTrue(!element.hasAttribute("src")
                    || element.getAttribute("src").startsWith("data:image/svg+xml;base64,"));
        }
    }

    @Test
    void hostileNamesStayText() throws Exception {
        Document document = parsed(html(hostile()));
        assertEquals(scripts(html(SyntheticStudy.usual())), scripts(html(hostile())));
        assertEquals(0, document.getElementsByTagName("script").getLength());
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            assertFalse(((Element) all.item(i)).hasAttribute("onload"));
        }
        assertTrue(document.getElementsByTagName("h1").item(0).getTextContent().contains("<script>"));
    }

    private static int scripts(String html) {
        return html.split("<script", -1).length;
    }

    @Test
    void scriptsOfOthersAreAsTheirAuthorsBuiltThem() throws Exception {
        List<String> sums = Resource.text("vendor/SHA256SUMS").lines().toList();
        assertEquals(3, sums.size());
        for (String sum : sums) {
            String[] words = sum.split(" +");
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Resource.text("vendor/" + words[1]).getBytes(StandardCharsets.UTF_8));
            assertEquals(words[0], HexFormat.of().formatHex(digest), words[1]);
        }
    }

    @Test
    void everyScriptIsNamedByThePolicyAndEndsNowhereBefore() throws Exception {
        String html = html(SyntheticStudy.usual());
        Matcher script = Pattern.compile("(?s)<script>(.*?)</script>").matcher(html);
        int found = 0;
        while (script.find()) {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
            assertTrue(html.contains("sha256-" + Base64.getEncoder().encodeToString(digest)));
            assertFalse(script.group(1).contains("<!--"));
            found++;
        }
        assertEquals(9, found);
        assertEquals(
                9 + 2, scripts(html) - 1, "and the numbers, those that charts wait for and those that they do not");
    }

    @Test
    void ofVeryManyTrialsAnEvenChoiceIsShownWithAllThatAreMarked() {
        StudyResults many =
                new SyntheticStudy(1).with(List.of("a", "b"), 10, 1500).results();
        ShownTrials shown = ShownTrials.of(many);
        assertEquals(many.trials().size(), shown.rows().size() + shown.leftOut());
        assertTrue(shown.rows().size() <= ShownTrials.MOST && shown.rows().size() > 0.9 * ShownTrials.MOST);
        assertTrue(shown.rows()
                .containsAll(many.trials().stream()
                        .filter(trial -> trial.inFront() || trial.chosen())
                        .toList()));
    }

    @Test
    void idsAreUniqueSoThatOneFigureNeverClipsAnother() throws Exception {
        NodeList all = parsed(html(SyntheticStudy.usual())).getElementsByTagName("*");
        List<String> ids = IntStream.range(0, all.getLength())
                .mapToObj(i -> ((Element) all.item(i)).getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
    }

    @Test
    void aSyntheticTaskIsCalledSo() {
        assertTrue(html(SyntheticStudy.usual()).contains("synthetic task"));
        assertFalse(html(SyntheticStudy.table()).contains("synthetic task"));
    }

    @Test
    void studiesThatLackThingsHaveAReportToo() throws Exception {
        parsed(html(new SyntheticStudy(1).results()));
        parsed(html(SyntheticStudy.table()));
        Document document = parsed(html(new SyntheticStudy(1)
                .withoutFinals()
                .failing(1)
                .with(List.of("a"), 1, 80)
                .results()));
        assertFalse(document.getDocumentElement().getTextContent().contains("Test split"));
        assertTrue(document.getDocumentElement().getTextContent().contains("And 20 more"));
    }

    @Test
    void ofManyRunsThePageHasARowAStrategyAndSaysWhereTheRunsAre() throws Exception {
        StudyResults study =
                new SyntheticStudy(1).with(List.of("a", "reinforce"), 40, 3).results();
        Document document = parsed(html(study));
        assertTrue(document.getElementsByTagName("tr").getLength() < 60);
        assertTrue(document.getElementsByTagName("polyline").getLength() <= 2 * 20);
        String text = document.getDocumentElement().getTextContent();
        assertTrue(text.contains("summary.csv has all 80 runs"), text);
        assertTrue(text.contains("It was opened 80 times; finals.csv"), text);
        assertTrue(text.contains("the first 20 of 40"), text);
    }

    @Test
    void aStudyOnATableOpensNothingAndStandsBesideWhatWasPublished() throws Exception {
        String table = parsed(html(SyntheticStudy.table())).getDocumentElement().getTextContent();
        assertFalse(table.contains("Test split") || table.contains("Beside published"));
        StudyResults cells = SyntheticStudy.table();
        StudyResults known = new StudyResults(
                "nb201",
                Map.of(
                        "table", "nb201",
                        "final_metric", "c10_test_e200",
                        "seeds", "1,2",
                        "training", "recorded: c10_val_e12",
                        "objective", "score alone",
                        "budget", "12000.0 s of simulated device time, repeats charged"),
                Double.POSITIVE_INFINITY,
                cells.projection(),
                cells.runs(),
                cells.trials(),
                cells.charges(),
                cells.sessions(),
                cells.finals(),
                cells.traces(),
                List.of());
        String text = parsed(html(known)).getDocumentElement().getTextContent();
        assertTrue(text.contains("Beside published") && text.contains("93.70 ± 0.36"), text);
        assertTrue(text.contains("arXiv 2001.00326"), text);
    }

    @Test
    void manySeedsAreSaidByTheirNumber() {
        String seeds = IntStream.rangeClosed(1, 500).mapToObj(String::valueOf).collect(Collectors.joining(","));
        StudyResults study = SyntheticStudy.usual();
        StudyResults many = new StudyResults(
                "many",
                Map.of("seeds", seeds),
                4,
                study.projection(),
                study.runs(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertTrue(html(many).contains("500, from 1 to 500"));
    }

    @Test
    void sameResultsGiveTheSameFile() throws IOException {
        Path file = folder.resolve("report.html");
        Report.write(SyntheticStudy.usual(), Figures.all(), file, ReportDocuments.NONE);
        String first = Files.readString(file);
        Report.write(SyntheticStudy.usual(), Figures.all(), file, ReportDocuments.NONE);
        assertEquals(first, Files.readString(file));
    }

    @Test
    void everyPairHasItsVerdictAndEverySearchItsGainOverRandomNetworks() throws Exception {
        String text = parsed(html(SyntheticStudy.usual())).getDocumentElement().getTextContent();
        for (String measure : List.of("Final score", "Search score", "Best value at", "Hypervolume")) {
            assertTrue(text.contains(measure), text);
        }
        assertTrue(text.contains("random-search, regularized-evolution"), text);
        assertTrue(text.contains("no difference shown") && text.contains("first below"), text);
        assertTrue(text.contains("Above random networks") && text.contains("(Fieller)"), text);
        assertTrue(text.contains("at most 4.00 ms, the latency target"), text);
    }

    @Test
    void oneStrategyIsComparedWithNothing() {
        String html = html(new SyntheticStudy(1).with(List.of("a"), 3, 5).results());
        assertFalse(html.contains("Comparisons") || html.contains("Above random networks"));
    }

    @Test
    void runsWithoutAFullTrainingAreNamed() {
        StudyResults study = SyntheticStudy.usual();
        assertFalse(html(study).contains("full length:"));
        assertTrue(html(SyntheticStudy.shortened(study, t -> t.strategy().equals("reinforce")))
                .contains("Without a scored training of full length: reinforce seeds 1, 2, 3."));
    }
}
