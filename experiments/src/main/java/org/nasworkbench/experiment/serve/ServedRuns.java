package org.nasworkbench.experiment.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.nasworkbench.experiment.run.RunFolder;

/**
 * The runs that are shown: those of the folders that were named, and those right below them, looked for anew each time. A run that was
 * seen stays, also while its record is made anew.
 */
final class ServedRuns {
    private final List<Path> folders;
    private final Map<Path, String> names = new LinkedHashMap<>();

    ServedRuns(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** By name; of folders with one name, the later ones have a number behind it. */
    synchronized Map<String, RunFolder> byName() throws IOException {
        for (Path folder : folders) {
            runs(folder).forEach(run -> names.computeIfAbsent(run, this::name));
        }
        Map<String, RunFolder> runs = new TreeMap<>();
        names.forEach((run, name) -> runs.put(name, new RunFolder(run)));
        return runs;
    }

    private String name(Path run) {
        String plain = run.getFileName().toString();
        String name = plain;
        for (int again = 2; names.containsValue(name); again++) {
            name = plain + "-" + again;
        }
        return name;
    }

    private static List<Path> runs(Path named) throws IOException {
        Path folder = named.toAbsolutePath().normalize();
        if (new RunFolder(folder).holdsRun() || !Files.isDirectory(folder)) {
            return List.of(folder);
        }
        try (Stream<Path> below = Files.list(folder)) {
            return below.filter(run -> new RunFolder(run).holdsRun()).sorted().toList();
        }
    }
}
