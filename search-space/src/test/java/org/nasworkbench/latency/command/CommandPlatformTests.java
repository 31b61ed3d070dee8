package org.nasworkbench.latency.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.latency.LatencyBuild;
import org.nasworkbench.latency.LatencyProtocol;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.Platform;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.Platforms;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.work.Workplace;

/** Shell scripts stand for the user's program. */
@DisabledOnOs(OS.WINDOWS)
class CommandPlatformTests {
    private static final LongSupplier NO_CLOCK = () -> {
        throw new AssertionError("a program tells its own times");
    };

    @TempDir
    Path folder;

    @Test
    void timingsAreHandedOutInOrderAndTheProgramIsCalledAgainWhenTheyAreUsedUp() throws IOException {
        Platform.Runner runner = open(script("echo $1 >> %s/calls; echo 3; echo 1.5; echo 2", folder))
                .prepare(network());
        runner.run();
        assertFalse(Files.exists(folder.resolve("calls")), "a run that is thrown away calls nobody");
        List<Double> seen =
                IntStream.range(0, 7).mapToObj(i -> runner.millis(NO_CLOCK)).toList();
        assertEquals(List.of(3.0, 1.5, 2.0, 3.0, 1.5, 2.0, 3.0), seen);
        List<String> calls = Files.readAllLines(folder.resolve("calls"));
        assertEquals(3, calls.size());
        calls.forEach(file -> assertFalse(Files.exists(Path.of(file).getParent()), file + " is left behind"));
    }

    @Test
    void theProgramIsGivenTheNetworkAsAModel() throws IOException {
        Platform.Runner runner =
                open(script("cp \"$1\" %s/seen.onnx; echo 1", folder)).prepare(network());
        runner.millis(NO_CLOCK);
        byte[] seen = Files.readAllBytes(folder.resolve("seen.onnx"));
        assertEquals(8, seen[0], "an ONNX model begins with field 1, its version of the format");
        assertTrue(seen.length > 4 * network().parameters(), () -> seen.length + " bytes hold no float32 weights");
    }

    @Test
    void aFailureIsTriedAgainAndTheLastOneShowsWhatWasSaid() throws IOException {
        String flaky = script("echo x >> %1$s/tries; test $(wc -l < %1$s/tries) -gt 2 && echo 4", folder);
        assertEquals(4, open(flaky, "retries", "2").prepare(network()).millis(NO_CLOCK));
        Files.delete(folder.resolve("tries"));
        assertFails(flaky, "must end with status 0, but ended with 1", "call 2 of 2");
        assertFails(
                script("echo 1; echo lost the phone >&2; exit 7", folder),
                "must end with status 0, but ended with 7",
                "printed: 1\n",
                "error output: lost the phone");
        assertFails(script("echo 12 ms", folder), "line 1 is '12 ms'", "printed: 12 ms\nerror output: nothing");
        assertFails(script("echo -3", folder), "must be above 0 ms and finite, but line 1 is '-3'");
        assertFails(script("true", folder), "at least one line must be a number", "printed: nothing");
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        Platform.Runner runner = open("no-such-program {onnx}").prepare(network());
        String message = assertThrows(IllegalArgumentException.class, () -> runner.millis(NO_CLOCK))
                .getMessage();
        assertTrue(
                message.startsWith(
                        "a command must begin with a program that can be started, but no-such-program cannot"),
                message);
    }

    @Test
    @Timeout(60)
    void atTheTimeLimitNothingOfItIsLeft() throws Exception {
        String hung = script(
                "(while :; do echo beat >> %1$s/beats; sleep 0.05; done) & sh -c 'sleep 300; echo 1'; echo 2", folder);
        Platform platform = open(hung, "timeout-seconds", "1", "retries", "0");
        Platform.Runner runner = platform.prepare(network());
        String message = assertThrows(IllegalStateException.class, () -> runner.millis(NO_CLOCK))
                .getMessage();
        assertTrue(message.contains("must end within 1 s, but was still running and was ended"), message);
        Thread.sleep(200);
        long beats = Files.size(folder.resolve("beats"));
        assertTrue(beats > 0);
        Thread.sleep(500);
        assertEquals(beats, Files.size(folder.resolve("beats")), "its child went on");
    }

    @Test
    @Timeout(60)
    void whatItLeavesRunningKeepsNobodyWaiting() throws IOException {
        String daemon = script("sleep 20 & echo 5", folder);
        assertEquals(5, open(daemon).prepare(network()).millis(NO_CLOCK));
    }

    @Test
    void settingsAreCheckedBeforeAnythingRuns() {
        assertRefuses("retries must be a whole number from 0 to 100, but was 'many'", 1, Map.of("retries", "many"));
        assertRefuses("timeout-seconds must be a whole number from 1 ", 1, Map.of("timeout-seconds", "0"));
        assertRefuses("every quote closed, but was 'time \"'", 1, Map.of("command", "time \""));
        assertRefuses("must be told its threads by {threads}, but 2 threads", 2, Map.of());
        Platforms.open(new PlatformChoice("command", 2, Map.of("command", "time {threads}")));
    }

    @Test
    @Tag("slow")
    void aTableOfAWholeSpaceNeedsOneCallANetworkAndAFewOfTheReference() throws IOException {
        ChainSpace space = SearchSpaces.chain("squeezenas-small", 0.25, 1, 5, new Shape(3, 32, 32));
        String timer = script("cksum < $1 >> %s/calls; yes $(wc -c < $1) | head -n 60", folder);
        LatencyTable table = new LatencyBuild(space, choice(timer, "rounds", "2"), LatencyProtocol.STANDARD)
                .perform(Workplace.bare());
        List<String> calls = Files.readAllLines(folder.resolve("calls"));
        long networks = calls.stream().distinct().count();
        assertTrue(networks > 50 && calls.size() <= networks + 10, () -> calls.size() + " calls, " + networks);
        assertEquals("measured", table.facts().get("times"));
        assertTrue(table.facts().get("rounds").startsWith("2, "), table.facts()::toString);
        assertEquals(timer, table.facts().get("platform-command"));
        assertTrue(table.check().spearman() > 0.99, () -> "the sum of bytes tells the bytes: " + table.check());
    }

    private void assertFails(String command, String... expected) {
        Platform.Runner runner = open(command).prepare(network());
        String message = assertThrows(IllegalStateException.class, () -> runner.millis(NO_CLOCK))
                .getMessage();
        for (String part : expected) {
            assertTrue(message.contains(part), message);
        }
    }

    private static void assertRefuses(String expected, int threads, Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putIfAbsent("command", "time {onnx}");
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Platforms.open(new PlatformChoice("command", threads, all)))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }

    private static Platform open(String command, String... settings) {
        return Platforms.open(choice(command, settings));
    }

    private static PlatformChoice choice(String command, String... settings) {
        Map<String, String> all = new TreeMap<>(Map.of("command", command));
        for (int i = 0; i < settings.length; i += 2) {
            all.put(settings[i], settings[i + 1]);
        }
        return new PlatformChoice("command", 1, all);
    }

    /** A script, as the command that runs it. */
    private static String script(String text, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, "timer", ".sh");
        Files.writeString(file, text.formatted(folder) + "\n");
        return "sh " + file + " {onnx}";
    }

    private static Network network() {
        NetworkBuilder network = new NetworkBuilder(new Shape(3, 8, 8));
        network.convolutionNormRelu("stem", 0, 16, 3, 2, 1, 1);
        return network.build();
    }
}
