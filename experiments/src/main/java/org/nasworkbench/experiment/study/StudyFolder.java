package org.nasworkbench.experiment.study;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a study's files are looked for.
 *
 * @param folder of the study file; the working directory comes second
 */
record StudyFolder(Path folder) {
    /** The first place that has what is wanted. */
    Optional<Path> find(String name, Predicate<Path> wanted) {
        return candidates(name).stream().filter(wanted).findFirst();
    }

    /** The first place that is a file. */
    Optional<Path> file(String name) {
        return find(name, Files::isRegularFile);
    }

    /** {@code looked for /a/data and /b/data}. */
    String looked(String name) {
        String places = candidates(name).stream().map(Path::toString).collect(Collectors.joining(" and "));
        return places.isEmpty() ? "" : "looked for " + places;
    }

    private List<Path> candidates(String name) {
        try {
            return Stream.of(folder.resolve(name), Path.of(name))
                    .map(path -> path.toAbsolutePath().normalize())
                    .distinct()
                    .toList();
        } catch (InvalidPathException e) {
            return List.of();
        }
    }
}
