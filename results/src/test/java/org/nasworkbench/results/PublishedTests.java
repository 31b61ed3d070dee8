package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.OptionalDouble;
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
    void handDesignedNetworksLeaveEmptyWhatWasNotFound() {
        Published published = Published.shipped();
        assertEquals(9, published.handDesigned().size());
        assertEquals(
                OptionalDouble.empty(), published.handDesigned().get(8).paramsMillions(), "MobileNetV2's parameters");
        assertEquals(0.56522, published.handDesigned().get(0).top1Accuracy());
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
