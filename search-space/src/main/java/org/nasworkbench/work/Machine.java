package org.nasworkbench.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machine in words, for manifests and latency tables. */
public final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private static final Pattern VECTORS = Pattern.compile("(avx|fma|amx|f16c|bf16|i8mm|asimd|neon|sve).*");

    private Machine() {}

    /** Processor model, cores, memory and operating system. */
    public static String description() {
        Runtime runtime = Runtime.getRuntime();
        return String.format(
                Locale.ROOT,
                "%s, %d cores, %s %s",
                processor(),
                runtime.availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("os.arch"));
    }

    /**
     * What a processor computes with, as far as the system tells: family, model and vector instruction sets. Processors of one name differ
     * in them, and libraries that choose their kernels by them round otherwise.
     */
    public static String instructions() {
        List<String> facts = new ArrayList<>();
        fact("cpu family").ifPresent(family -> facts.add("family " + family));
        fact("model\t").ifPresent(model -> facts.add("model " + model));
        fact("flags").or(() -> fact("Features")).ifPresent(flags -> Stream.of(flags.split(" "))
                .filter(VECTORS.asMatchPredicate())
                .sorted()
                .forEach(facts::add));
        return facts.isEmpty() ? "not told" : String.join(" ", facts);
    }

    /** The processor's own name for itself where the system tells it, else its architecture. */
    private static String processor() {
        return fact("model name").orElse(System.getProperty("os.arch"));
    }

    private static Optional<String> fact(String name) {
        if (!Files.isReadable(CPU_INFO)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith(name) && line.contains(":"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
