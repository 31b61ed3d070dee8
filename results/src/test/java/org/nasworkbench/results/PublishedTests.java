package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;

class PublishedTests {
    @Test
    void theSixNetworksOfSqueezeNasAreThere() {
        Published published = Published.shipped();
        assertEquals(6, published.squeezeNas().size());
        Published.SqueezeNasNetwork small = published.squeezeNas().get(0);
        assertEquals("lat_small", small.network());
        assertEquals(0.6801, small.classMiou());
        assertEquals(4.47, small.gigaMacs());
    }

    @Test
    void searchCostsSpanFromThousandsOfGpuDaysToTenths() {
        Published published = Published.shipped();
        assertEquals(19, published.searchCosts().size());
        double[] days = published.searchCosts().stream()
                .flatMapToDouble(row -> row.gpuDays().stream())
                .sorted()
                .toArray();
        assertEquals(18, days.length, "MnasNet's is not known");
        assertEquals(0.1, days[0]);
        assertEquals(3150, days[17]);
    }

    @Test
    void networksForImageNetTellWhenAndByWhomAndLeaveEmptyWhatWasNotFound() {
        List<Published.ImageNetNetwork> networks = Published.shipped().imageNet();
        assertEquals(16, networks.size());
        assertEquals(
                7, networks.stream().filter(Published.ImageNetNetwork::searched).count());
        Published.ImageNetNetwork first = networks.get(0);
        assertEquals("AlexNet", first.network());
        assertEquals(YearMonth.of(2012, 12), first.firstPublished());
        assertEquals(0.56522, first.top1Accuracy());
        assertEquals(OptionalDouble.empty(), networks.get(8).paramsMillions(), "MobileNetV2's parameters");
    }

    @Test
    void theMonthOfAnArxivPaperIsThatOfItsNumber() {
        Pattern number = Pattern.compile("arXiv (\\d\\d)(\\d\\d)\\.");
        for (Published.ImageNetNetwork network : Published.shipped().imageNet()) {
            Matcher paper = number.matcher(network.source());
            if (paper.find()) {
                assertEquals(
                        "20" + paper.group(1) + "-" + paper.group(2),
                        network.firstPublished().toString());
            }
        }
    }

    @Test
    void aNumberWithoutSourceOrFromMemoryIsRefused() {
        PublishedFile file = new PublishedFile("a.csv", "SD");
        for (String end : List.of("M,a paper", ",a paper", "SD,a paper", "S,")) {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> file.rows(
                                    new StringReader("mark,source\nS,a paper\n" + end + "\n"),
                                    row -> row,
                                    ColumnType.STRING,
                                    ColumnType.STRING))
                    .getMessage();
            assertTrue(message.endsWith("(a.csv:3)"), message);
        }
    }
}
