package org.nasworkbench.latency.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.latency.Platform;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.Platforms;
import org.nasworkbench.space.NetworkBuilder;
import org.nasworkbench.space.Shape;

/** The scripts of docs/platforms, with stand-ins for {@code adb}, {@code ssh} and what runs on the device. */
@DisabledOnOs(OS.WINDOWS)
class SampleScriptsTests {
    private static final Path SCRIPTS =
            Path.of("../docs/platforms").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    private Path bin;
    private Path device;

    @BeforeEach
    void makeStandIns() throws IOException {
        bin = Files.createDirectory(folder.resolve("bin"));
        device = Files.createDirectory(folder.resolve("device"));
    }

    @Test
    void overSshTheTimerRunsOnTheOtherMachineAndNothingIsLeftThere() throws IOException {
        program(bin.resolve("ssh"), "echo \"$@\" >> %1$s/calls; TMPDIR=%1$s/device exec sh -c \"$4\"");
        program(
                bin.resolve("python3"),
                "test -s time_onnx.py && test -s \"$2\" && echo \"$@\" > %s/asked; echo '# a board'; echo 2.25; echo 2.5");
        assertEquals(List.of(2.25, 2.5), times(SCRIPTS + "/ssh.sh pilot@board {onnx} 2 {threads}", 4));
        List<String> calls = Files.readAllLines(folder.resolve("calls"));
        assertTrue(calls.get(0).startsWith("-o BatchMode=yes pilot@board "), calls::toString);
        assertEquals(
                List.of("time_onnx.py network.onnx 2 4 CPUExecutionProvider"),
                Files.readAllLines(folder.resolve("asked")));
        assertNothingIsLeft();
    }

    @Test
    void overAdbTheSecondsOfThePerformanceTestBecomeMilliseconds() throws IOException {
        program(
                bin.resolve("adb"),
                "echo \"$@\" >> %s/calls; case $3 in push) cp \"$4\" \"$5\";; shell) exec sh -c \"$4\";; esac");
        Path tool = device.resolve("onnxruntime_perf_test");
        program(
                tool,
                "for last; do :; done; test -s \"$last\" || exit 3; echo 'Setting intra_op_num_threads to 4';"
                        + " echo iteration:1,time_cost:0.0123; echo iteration:2,time_cost:1.15e-02;"
                        + " echo 'Average inference time cost: 11.9 ms'");
        String command = "env NAS_ADB_FOLDER=" + device + " " + SCRIPTS + "/adb.sh R58 {onnx} 2 {threads}";
        assertEquals(List.of(12.3, 11.5), times(command, 4));
        List<String> calls = Files.readAllLines(folder.resolve("calls"));
        assertTrue(calls.stream().allMatch(call -> call.startsWith("-s R58 ")), calls::toString);
        assertTrue(calls.get(1).contains("-r '2'"), calls::toString);
        Files.delete(tool);
        assertNothingIsLeft();
    }

    @Test
    void aDeviceThatFailsIsHeard() throws IOException {
        program(bin.resolve("ssh"), "echo ssh: connect to host board: no route >&2; exit 255");
        assertFails("ended with 255", "no route", SCRIPTS + "/ssh.sh board {onnx}");
        program(bin.resolve("adb"), "echo \"error: device 'R58' not found\" >&2; exit 1");
        assertFails("ended with 1", "device 'R58' not found", SCRIPTS + "/adb.sh R58 {onnx}");
        assertFails("ended with 2", "adb.sh SERIAL MODEL.onnx", SCRIPTS + "/adb.sh {onnx}");
        assertFails("ended with 2", "ssh.sh HOST MODEL.onnx", SCRIPTS + "/ssh.sh {onnx}");
    }

    private void assertFails(String status, String said, String command) {
        String message = assertThrows(IllegalStateException.class, () -> times(command, 1))
                .getMessage();
        assertTrue(message.contains(status) && message.contains(said), message);
    }

    private void assertNothingIsLeft() throws IOException {
        try (Stream<Path> left = Files.list(device)) {
            assertEquals(List.of(), left.toList());
        }
    }

    /** The first two times. */
    private List<Double> times(String command, int threads) {
        String found = "env PATH=" + bin + ":" + System.getenv("PATH") + " " + command;
        Platform platform =
                Platforms.open(new PlatformChoice("command", threads, Map.of("command", found, "retries", "0")));
        NetworkBuilder network = new NetworkBuilder(new Shape(3, 8, 8));
        network.convolutionNormRelu("stem", 0, 16, 3, 2, 1, 1);
        Platform.Runner runner = platform.prepare(network.build());
        return Stream.generate(() -> runner.millis(System::nanoTime)).limit(2).toList();
    }

    private void program(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text.formatted(folder) + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }
}
