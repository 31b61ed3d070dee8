package org.nasworkbench.latency.roofline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nasworkbench.latency.LatencyBuild;
import org.nasworkbench.latency.LatencyProtocol;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.Platform;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.Platforms;
import org.nasworkbench.latency.Timing;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.work.Workplace;

class RooflinePlatformTests {
    private static final PlatformChoice TESLA =
            new PlatformChoice("roofline", 1, Map.of("chip", "tesla-fsd-npu", "precision", "int8"));

    private static final ChainSpace SPACE = SearchSpaces.chain("squeezenas-small", 0.5, 2, 11, new Shape(3, 48, 64));

    @Test
    void aConvolutionOnAChipTakesWhatItsSheetSays() {
        NetworkBuilder network = new NetworkBuilder(new Shape(256, 64, 128));
        network.convolutionNormRelu("wide", 0, 256, 3, 1, 1, 1);
        double operations = 2.0 * 256 * 256 * 9 * 64 * 128;
        assertEquals(operations / 36.86e12 * 1e3, millis(Platforms.open(TESLA), network.build()), 1e-12);

        NetworkBuilder pool = new NetworkBuilder(new Shape(256, 64, 128));
        pool.globalPool("mean", 0);
        double bytes = 256 * 64 * 128 + 256;
        assertEquals(bytes / 68.3e9 * 1e3, millis(Platforms.open(TESLA), pool.build()), 1e-12);
    }

    @Test
    void aTableIsProjectedAndItsBlocksAddUp() throws Exception {
        LatencyTable table = new LatencyBuild(SPACE, TESLA, LatencyProtocol.STANDARD).perform(Workplace.bare());
        assertEquals("projected", table.facts().get("times"));
        assertTrue(table.facts().get("protocol").startsWith("batch 1; calculated"), table.facts()::toString);
        assertEquals("tesla-fsd-npu", table.facts().get("platform-chip"));
        assertTrue(table.entries().values().stream().mapToInt(Timing::repeats).allMatch(repeats -> repeats == 0));
        assertEquals(1, table.line().slope(), 0.02);
        assertTrue(table.check().meanAbsoluteError() < 0.01, "all but an activation whose input the decoder reads too");
    }

    @Test
    void blocksThatBeginWithAConvolutionAddUpExactly() {
        SplittableRandom random = new SplittableRandom(20090403);
        Platform chip = Platforms.open(TESLA);
        Architecture first = convolutions(random);
        double base = millis(chip, SPACE.network(first)) - sum(chip, first);
        for (int i = 0; i < 50; i++) {
            Architecture architecture = convolutions(random);
            assertEquals(base + sum(chip, architecture), millis(chip, SPACE.network(architecture)), 1e-9 * base);
        }
    }

    /** A skip may begin with an activation, which joins the block before it. */
    private static Architecture convolutions(SplittableRandom random) {
        int skip = SPACE.options().indexOf(BlockOption.SKIP);
        return new Architecture(SPACE.sample(random).choices().stream()
                .map(choice -> choice == skip ? 0 : choice)
                .toList());
    }

    private static double sum(Platform chip, Architecture architecture) {
        double sum = 0;
        for (int block = 0; block < SPACE.places().size(); block++) {
            sum += millis(
                    chip, SPACE.block(SPACE.places().get(block), SPACE.options().get(architecture.choice(block))));
        }
        return sum;
    }

    private static double millis(Platform chip, Network network) {
        return chip.prepare(network).millis(RooflinePlatformTests::noClock);
    }

    @Test
    void whatCannotBeCalculatedIsRefusedWhenAStudyIsChecked() {
        assertRefuses(
                "must tell peak-float32-teraops-per-s, but that of tesla-fsd-npu", "tesla-fsd-npu", "float32", "0");
        assertRefuses("must tell memory-gigabytes-per-s, but that of mobileye-eyeq5", "mobileye-eyeq5", "int8", "0");
        assertRefuses(
                "precision must be one of [int8, float16, float32], but was 'fp16'", "nvidia-xavier", "fp16", "0");
        assertRefuses("overhead-us must be a number of 0 or more, but was '-1'", "nvidia-xavier", "float16", "-1");
    }

    private static void assertRefuses(String expected, String chip, String precision, String overhead) {
        PlatformChoice choice = new PlatformChoice(
                "roofline", 1, Map.of("chip", chip, "precision", precision, "overhead-us", overhead));
        String message = assertThrows(IllegalArgumentException.class, () -> Platforms.open(choice))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    private static long noClock() {
        throw new AssertionError("a projected time needs no clock");
    }
}
