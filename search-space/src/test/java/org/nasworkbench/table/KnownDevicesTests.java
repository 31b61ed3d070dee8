package org.nasworkbench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.latency.fitted.OtherDevices;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.CellNetworkSpace;
import org.nasworkbench.space.CellSpace;
import org.nasworkbench.space.FbnetSpace;
import org.nasworkbench.space.MnasNetSpace;
import org.nasworkbench.space.Shape;

class KnownDevicesTests {
    private static final CellNetworkSpace CELLS = CellNetworkSpace.cifar10();

    @Test
    void devicesAreThoseOfThreeSpaces() {
        assertEquals(27, KnownDevices.names("fbnet").size());
        assertEquals(FbnetLatency.devices(), KnownDevices.names("fbnet"));
        assertEquals(27, KnownDevices.names("nb201").size());
        assertEquals(List.of("vck190", "zcu102"), KnownDevices.names("mnasnet"));
        assertEquals(List.of(), KnownDevices.names("squeezenas-small"));
    }

    /** The first cell of NAS-Bench-201 in HW-NAS-Bench's own documentation, and a phone's whole milliseconds. */
    @ParameterizedTest
    @CsvSource({"raspi4, 10.482", "pixel3, 3.60585", "eyeriss, 3.64562", "fpga, 2.57296", "samsung_a50, 16"})
    void aCellHasItsRecordedLatency(String device, double millis) {
        Architecture first = Architecture.ofDigits("421211");
        assertEquals(millis, KnownDevices.latency(CELLS, device).of(first).millis());
        assertEquals(
                millis,
                KnownDevices.latency(CellSpace.nasBench201(), device).of(first).millis());
    }

    @Test
    void whatIsNotKnownIsRefusedWithWhatIs() {
        refused("did you mean 'pixel3'?", () -> KnownDevices.latency(CELLS, "pixle3"));
        refused("[fbnet, mnasnet, nb201]", () -> KnownDevices.latency(CellSpace.transNasMicro(), "pixel3"));
        refused(
                "as published",
                () -> KnownDevices.latency(
                        new CellNetworkSpace(CellSpace.nasBench201(), new Shape(3, 64, 64), 10), "pixel3"));
        LatencyEvaluator listed = KnownDevices.latency(MnasNetSpace.imageNet(), "zcu102");
        refused("must have been timed on zcu102", () -> listed.of(Architecture.ofDigits("0".repeat(28))));
    }

    private static void refused(String why, Runnable action) {
        String message =
                assertThrows(IllegalArgumentException.class, action::run).getMessage();
        assertTrue(message.contains(why), message);
    }

    @Test
    void aCompleteTableIsTakenAsItIsAndAnotherIsFittedSoThatAnyNetworkCanBeAsked() {
        OtherDevices cells =
                KnownDevices.timings(CELLS, List.of("raspi4", "pixel3")).devices(List.of());
        assertEquals(15_625, cells.networks().size());
        assertEquals(10.482, cells.millis().get("raspi4")[cells.networks().indexOf(Architecture.ofDigits("421211"))]);
        FbnetSpace fbnet = FbnetSpace.cifar100();
        Architecture skips = Architecture.ofDigits("8".repeat(22));
        OtherDevices blocks = KnownDevices.timings(fbnet, List.of("raspi4")).devices(List.of(skips));
        assertEquals(5_001, blocks.networks().size());
        double millis = new FbnetLatency(fbnet, "raspi4").of(skips).millis();
        assertEquals(millis, blocks.millis().get("raspi4")[5_000], 1e-3 * millis);
    }
}
