package org.nasworkbench.experiment.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.nasworkbench.experiment.run.RunFolder;

/** The runs that are shown: those of the folders that were named, and those right below them, looked for anew each time. */
final class ServedRuns {
    private final List<Path> folders;

    ServedRuns(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** By name; of folders with one name, the later ones have a number behind it. */
    Map<String, RunFolder> byName() throws IOException {
        Map<String, RunFolder> runs = new LinkedHashMap<>();
        for (Path folder : folders) {
            for (RunFolder run : runs(folder)) {
                String plain =
                        run.root().toAbsolutePath().normalize().getFileName().toString();
                String name = plain;
                for (int again = 2; runs.containsKey(name); again++) {
                    name = plain + "-" + again;
                }
                runs.put(name, run);
            }
        }
        return runs;
    }

    private static List<RunFolder> runs(Path folder) throws IOException {
        RunFolder itself = new RunFolder(folder);
        if (itself.holdsRun() || !Files.isDirectory(folder)) {
            return List.of(itself);
        }
        try (Stream<Path> below = Files.list(folder)) {
            List<RunFolder> found = new ArrayList<>();
            below.sorted().map(RunFolder::new).filter(RunFolder::holdsRun).forEach(found::add);
            return found;
        }
    }
}
