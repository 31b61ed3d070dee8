package org.nasworkbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishedTests {
    private static final Path FOLDER = Path.of("published");

    @Test
    void theSixNetworksOfSqueezeNasAreThere() {
        Published published = Published.read(FOLDER);
        assertEquals(6, published.squeezeNas().size());
        Published.SqueezeNasNetwork small = published.squeezeNas().get(0);
        assertEquals("lat_small", small.network());
        assertEquals(0.6801, small.classMiou());
        assertEquals(4.47, small.gigaMacs());
    }

    @Test
    void searchCostsSpanFromThousandsOfGpuDaysToTenths() {
        Published published = Published.read(FOLDER);
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
        Published published = Published.read(FOLDER);
        assertEquals(9, published.handDesigned().size());
        assertEquals(
                OptionalDouble.empty(), published.handDesigned().get(8).paramsMillions(), "MobileNetV2's parameters");
        assertEquals(0.56522, published.handDesigned().get(0).top1Accuracy());
    }

    @Test
    void aNumberWithoutSourceOrFromMemoryIsRefused(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("squeezenas.csv"), "network,class_miou,gmacs,mark,source\na,0.5,1,M,memory\n");
        String message = assertThrows(IllegalArgumentException.class, () -> Published.read(folder))
                .getMessage();
        assertTrue(message.contains("'M'") && message.endsWith("squeezenas.csv:2)"), message);
    }
}
