package org.nasworkbench.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Memory of this machine and of this process, as Linux tells it. Where it does not, nothing is known, and nothing is guessed. */
public final class SystemMemory {
    private final Path root;
    private final Path process;

    /** @param root of the file system; another one than {@code /} in tests */
    SystemMemory(Path root) {
        this.root = root;
        process = root.resolve("proc/self");
    }

    /** That of the machine this runs on. */
    public static SystemMemory here() {
        return new SystemMemory(Path.of("/"));
    }

    /**
     * Bytes that processes can still take: what the machine has available, or what the limits of this process's control groups (version 1 and 2)
     * leave, whichever is least. Empty where it is not known.
     */
    public OptionalLong available() {
        OptionalLong machine = number(root.resolve("proc/meminfo"), "MemAvailable:");
        if (machine.isEmpty()) {
            return machine;
        }
        long least = machine.getAsLong() << 10;
        for (String line : lines(process.resolve("cgroup"))) {
            String[] group = line.split(":", 3);
            if (group.length == 3 && group[1].isEmpty()) {
                least = Math.min(
                        least, left("sys/fs/cgroup", group[2], "memory.max", "memory.current", "inactive_file"));
            } else if (group.length == 3 && List.of(group[1].split(",")).contains("memory")) {
                least = Math.min(
                        least,
                        left(
                                "sys/fs/cgroup/memory",
                                group[2],
                                "memory.limit_in_bytes",
                                "memory.usage_in_bytes",
                                "total_inactive_file"));
            }
        }
        return OptionalLong.of(Math.max(0, least));
    }

    /**
     * The most bytes that this process held in memory while it did something. Where the system does not let its highest mark be reset, those
     * that it held afterwards. Empty where it is not known; the work is done all the same.
     */
    public OptionalLong peak(Runnable work) {
        boolean reset = forgetPeak();
        work.run();
        OptionalLong kibibytes = number(process.resolve("status"), reset ? "VmHWM:" : "VmRSS:");
        return kibibytes.isPresent() ? OptionalLong.of(kibibytes.getAsLong() << 10) : kibibytes;
    }

    /** Bytes that this process holds in memory. Empty where it is not known. */
    public OptionalLong resident() {
        OptionalLong kibibytes = number(process.resolve("status"), "VmRSS:");
        return kibibytes.isPresent() ? OptionalLong.of(kibibytes.getAsLong() << 10) : kibibytes;
    }

    private boolean forgetPeak() {
        try {
            Files.writeString(process.resolve("clear_refs"), "5");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What a control group and those around it leave; file pages that it would give up count as left. */
    private long left(String mount, String group, String limit, String usage, String reclaimable) {
        Path top = root.resolve(mount);
        Path inner = top.resolve(group.replaceFirst("^/+", "")).normalize();
        long least = Long.MAX_VALUE;
        for (Path at = inner; at != null && at.startsWith(top); at = at.getParent()) {
            OptionalLong most = number(at.resolve(limit), "");
            OptionalLong used = number(at.resolve(usage), "");
            if (most.isPresent() && used.isPresent()) {
                long spare =
                        number(at.resolve("memory.stat"), reclaimable + " ").orElse(0);
                least = Math.min(least, most.getAsLong() - used.getAsLong() + spare);
            }
        }
        return least;
    }

    /** The number behind a word at the beginning of a line; empty where there is none, such as {@code max}. */
    private static OptionalLong number(Path file, String word) {
        return lines(file).stream()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()).trim().split("\\s+")[0])
                .filter(digits -> digits.matches("\\d{1,18}|[1-8]\\d{18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return new ArrayList<>(lines.toList());
        } catch (IOException e) {
            return List.of();
        }
    }
}
