package org.nasworkbench.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SystemMemoryTests {
    @TempDir
    Path root;

    private final List<String> ran = new ArrayList<>();

    @Test
    void whereThereIsNoProcNothingIsKnownAndTheWorkIsDoneAllTheSame() {
        SystemMemory memory = new SystemMemory(root);
        assertEquals(OptionalLong.empty(), memory.available());
        assertEquals(OptionalLong.empty(), memory.peak(() -> ran.add("work")));
        assertEquals(List.of("work"), ran);
    }

    @Test
    void withoutLimitsItIsWhatTheMachineHas() throws IOException {
        write("proc/meminfo", "MemTotal:  9000 kB\nMemAvailable:   1000 kB\n");
        assertEquals(OptionalLong.of(1000 << 10), new SystemMemory(root).available());
    }

    @Test
    void theTightestControlGroupDecides() throws IOException {
        write("proc/meminfo", "MemAvailable:   1000 kB\n");
        write("proc/self/cgroup", "0::/outer/inner\n");
        group("sys/fs/cgroup/outer", "memory.max", "500000", "memory.current", "100000", "inactive_file 7000");
        group("sys/fs/cgroup/outer/inner", "memory.max", "max", "memory.current", "90000", "inactive_file 1");
        assertEquals(OptionalLong.of(407_000), new SystemMemory(root).available());
    }

    @Test
    void limitsOfTheFirstVersionCountToo() throws IOException {
        write("proc/meminfo", "MemAvailable:   1000 kB\n");
        write("proc/self/cgroup", "5:devices:/\n4:cpu,memory:/elsewhere\n0::/\n");
        group(
                "sys/fs/cgroup/memory",
                "memory.limit_in_bytes",
                "300000",
                "memory.usage_in_bytes",
                "100000",
                "total_inactive_file 50");
        assertEquals(OptionalLong.of(200_050), new SystemMemory(root).available());
    }

    @Test
    void aLimitThatIsUsedUpLeavesNothing() throws IOException {
        write("proc/meminfo", "MemAvailable:   1000 kB\n");
        write("proc/self/cgroup", "0::/\n");
        group("sys/fs/cgroup", "memory.max", "100", "memory.current", "200", "inactive_file 0");
        assertEquals(OptionalLong.of(0), new SystemMemory(root).available());
    }

    @Test
    void thePeakIsTheHighestMarkWhereItCanBeResetElseWhatIsHeldAfterwards() throws IOException {
        write("proc/self/status", "VmHWM:\t 90 kB\nVmRSS:\t 70 kB\n");
        assertEquals(OptionalLong.of(90 << 10), new SystemMemory(root).peak(() -> {}));
        assertEquals("5", Files.readString(root.resolve("proc/self/clear_refs")));
        Files.delete(root.resolve("proc/self/clear_refs"));
        Files.createDirectory(root.resolve("proc/self/clear_refs")); // cannot be written
        assertEquals(OptionalLong.of(70 << 10), new SystemMemory(root).peak(() -> {}));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theRealPeakHoldsWhatWasTouched() {
        int bytes = 64 << 20;
        long before = SystemMemory.here().peak(() -> {}).orElseThrow();
        long peak = SystemMemory.here()
                .peak(() -> {
                    byte[] touched = new byte[bytes];
                    ran.add(touched.toString());
                })
                .orElseThrow();
        assertTrue(peak >= bytes && peak >= before / 2, peak + " after " + before);
        assertTrue(SystemMemory.here().available().orElseThrow() > 0);
    }

    private void group(String at, String limit, String most, String usage, String used, String stat)
            throws IOException {
        write(at + "/" + limit, most + "\n");
        write(at + "/" + usage, used + "\n");
        write(at + "/memory.stat", "anon 5\n" + stat + "\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
