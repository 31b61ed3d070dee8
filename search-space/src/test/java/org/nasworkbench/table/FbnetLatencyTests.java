package org.nasworkbench.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.FbnetSpace;
import org.nasworkbench.space.Shape;

class FbnetLatencyTests {
    private static final FbnetSpace SPACE = FbnetSpace.cifar100();

    /** Latencies of the data of github.com/HayeonLee/HELP (MIT licence) on the devices whose source is a sum itself. */
    @ParameterizedTest
    @CsvSource({
        "7818488874147327324245, pixel3, 17.5577",
        "7818488874147327324245, raspi4, 30.2529",
        "7818488874147327324245, eyeriss, 5.22998",
        "7818488874147327324245, fpga, 25.3027",
        "5355047552024513726040, pixel3, 17.1345",
        "5355047552024513726040, raspi4, 31.1756",
        "5355047552024513726040, eyeriss, 5.12227",
        "5355047552024513726040, fpga, 23.0397"
    })
    void recordedLatenciesComeOut(String digits, String device, double millis) {
        assertEquals(
                millis, new FbnetLatency(SPACE, device).of(SPACE.parse(digits)).millis(), 1e-4 * millis);
    }

    @ParameterizedTest
    @MethodSource("org.nasworkbench.table.FbnetLatency#devices")
    void theLatencyIsTheBasePlusTheChosenTerms(String device) {
        FbnetLatency latency = new FbnetLatency(SPACE, device);
        double[][] terms = latency.terms();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 50; i++) {
            Architecture architecture = SPACE.sample(random);
            double sum = latency.baseMillis();
            for (int block = 0; block < terms.length; block++) {
                assertEquals(9, terms[block].length);
                assertEquals(0, terms[block][8], "a skip adds nothing to the network of skips");
                sum += terms[block][architecture.choice(block)];
            }
            assertEquals(sum, latency.of(architecture).millis(), 1e-9);
        }
    }

    @Test
    void thereAreTwentySevenDevicesAndAllOptionsButTheSkipCountOnEach() {
        assertEquals(27, FbnetLatency.devices().size());
        for (String device : FbnetLatency.devices()) {
            for (double[] block : new FbnetLatency(SPACE, device).terms()) {
                for (int option = 0; option < 8; option++) {
                    assertTrue(Double.isFinite(block[option]) && block[option] != 0, device);
                }
            }
        }
    }

    @Test
    void anUnknownDeviceIsAnsweredWithTheNearestName() {
        String message = assertThrows(IllegalArgumentException.class, () -> new FbnetLatency(SPACE, "pixel4"))
                .getMessage();
        assertTrue(message.contains("did you mean 'pixel2'?") || message.contains("did you mean 'pixel3'?"), message);
    }

    @Test
    void anotherImageSizeIsRefused() {
        FbnetSpace larger = new FbnetSpace(new Shape(3, 224, 224), 100);
        String message = assertThrows(IllegalArgumentException.class, () -> new FbnetLatency(larger, "pixel3"))
                .getMessage();
        assertTrue(message.contains("3x32x32") && message.contains("3x224x224"), message);
    }
}
