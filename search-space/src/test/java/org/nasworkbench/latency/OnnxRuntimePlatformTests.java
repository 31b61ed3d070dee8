package org.nasworkbench.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.work.Workplace;

class OnnxRuntimePlatformTests {
    private static ChainSpace space(Shape input) {
        return SearchSpaces.chain("squeezenas-small", 0.25, 1, 5, input);
    }

    @Test
    void aRunnerReadsTheSameNumberFromEveryRun() {
        Network network = network(space(new Shape(3, 37, 50)), 1);
        try (Platform.Runner one = new OnnxRuntimePlatform(1).prepare(network);
                Platform.Runner other = new OnnxRuntimePlatform(1).prepare(network)) {
            double read = one.run();
            assertTrue(Double.isFinite(read) && read != 0, () -> "read " + read);
            assertEquals(read, one.run());
            assertEquals(read, other.run());
        }
    }

    @Test
    void itsNetworksComputeWhatThoseOfTheEagerEngineDo() {
        Network network = network(space(new Shape(3, 37, 50)), 2);
        try (Platform.Runner here = new DjlPlatform().prepare(network);
                Platform.Runner there = new OnnxRuntimePlatform(1).prepare(network)) {
            assertEquals(here.run(), there.run(), 1e-4);
        }
    }

    @Test
    void aTableIsMeasuredThroughItAndSaysSo() throws Exception {
        ChainSpace space = space(new Shape(3, 33, 48));
        LatencyTable table = new LatencyBuild(
                        space,
                        PlatformChoice.of(OnnxRuntimePlatform.NAME),
                        new LatencyProtocol(1, 1, 4, 1, Double.MAX_VALUE, 1))
                .perform(Workplace.bare());
        assertEquals(LatencyKey.all(space).size(), table.entries().size());
        assertEquals("this-cpu-onnxruntime", table.facts().get("platform"));
        assertTrue(table.facts().get("runtime").startsWith("ONNX Runtime 1."), () -> "" + table.facts());
        assertTrue(table.facts().get("runtime").endsWith("CPU, 1 thread"), () -> "" + table.facts());
    }

    @Test
    void thereIsNoPlatformWithoutThreadsOrWithMoreThanCores() {
        assertThrows(IllegalArgumentException.class, () -> new OnnxRuntimePlatform(0));
        PlatformChoice many = new PlatformChoice(OnnxRuntimePlatform.NAME, 100_000, Map.of());
        assertThrows(IllegalArgumentException.class, () -> Platforms.open(many));
    }

    @Test
    void networksOfTwoThreadsShareOnePoolAndAnotherNumberIsRefused() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TwoThreads.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), said);
    }

    /** What must happen in a process of its own. */
    static final class TwoThreads {
        public static void main(String[] arguments) {
            ChainSpace space = space(new Shape(3, 37, 50));
            List<Platform.Runner> runners = new ArrayList<>();
            new OnnxRuntimePlatform(2).prepare(network(space, 0)).close();
            int before = threads();
            for (int i = 0; i < 20; i++) {
                runners.add(new OnnxRuntimePlatform(2).prepare(network(space, i)));
            }
            runners.forEach(Platform.Runner::run);
            int more = threads() - before;
            assertTrue(
                    more < 10, () -> more + " threads more; a pool each would be 20, the virtual machine adds a few");
            runners.forEach(Platform.Runner::close);
            new OnnxRuntimePlatform(1).prepare(network(space, 0)).close();
            IllegalStateException refused = assertThrows(
                    IllegalStateException.class, () -> new OnnxRuntimePlatform(3).prepare(network(space, 0)));
            assertTrue(refused.getMessage().contains("3 were asked for after 2"), refused.getMessage());
        }

        /** Native ones too, where the system tells; else none. */
        private static int threads() {
            String[] tasks = Path.of("/proc/self/task").toFile().list();
            return tasks == null ? 0 : tasks.length;
        }
    }

    /** Ratios of neighbours in one process, so that a machine that is busy slows both. */
    @Test
    @Tag("slow")
    void itIsFasterThanTheEagerEngineOnTheSameNetworks() {
        ChainSpace space = SearchSpaces.chain("squeezenas-small", 1, 4, 11, new Shape(3, 180, 240));
        double[] ratios = new double[10];
        for (int i = 0; i < ratios.length; i++) {
            Network network = network(space, i);
            try (Platform.Runner eager = new DjlPlatform().prepare(network);
                    Platform.Runner optimised = new OnnxRuntimePlatform(1).prepare(network)) {
                double slow = Double.POSITIVE_INFINITY;
                double fast = Double.POSITIVE_INFINITY;
                for (int run = 0; run < 60; run++) {
                    slow = Math.min(slow, eager.millis(System::nanoTime));
                    fast = Math.min(fast, optimised.millis(System::nanoTime));
                }
                ratios[i] = slow / fast;
                System.out.printf(
                        Locale.ROOT,
                        "%d M MACs: eager %.2f ms, ONNX Runtime %.2f ms, ratio %.2f%n",
                        network.macs() / 1_000_000,
                        slow,
                        fast,
                        ratios[i]);
            }
        }
        Arrays.sort(ratios);
        assertTrue(ratios[5] > 1.5, () -> "ratios " + Arrays.toString(ratios));
    }

    private static Network network(ChainSpace space, int number) {
        return space.network(space.sample(new SplittableRandom(number)));
    }
}
