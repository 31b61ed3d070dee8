package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.experiment.study.OwnSpace;
import org.nasworkbench.experiment.study.Problem;
import org.nasworkbench.experiment.study.SpaceSpec;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.space.Shape;
import org.nasworkbench.space.reference.ReferenceNetwork;
import picocli.CommandLine.Option;

/** What shall differ from a published space, on the command line. */
final class SpaceChangeOptions {
    @Option(names = "--width", description = "factor on all channels, for squeezenas spaces")
    private Optional<Double> width;

    @Option(names = "--blocks", description = "at most so many blocks a stage, for squeezenas spaces")
    private Optional<Integer> blocks;

    @Option(names = "--classes", description = "classes of the task, where they are not the space's own")
    private Optional<Integer> classes;

    @Option(
            names = "--input",
            paramLabel = "CxHxW",
            description = "shape of the image, where it is not the space's own")
    private Optional<String> input;

    /** The space of a name or in a file that describes one, with these changes. */
    SearchSpace space(String name) {
        if (name.endsWith(".yaml") || name.endsWith(".yml")) {
            return described(name);
        }
        return KnownSpaces.space(name, new KnownSpaces.Changes(width, blocks, classes, input.map(Shape::parse)));
    }

    private SearchSpace described(String file) {
        try {
            return OwnSpace.read(Path.of(file))
                    .chain(
                            width.orElse(1.0),
                            blocks.orElse(SpaceSpec.ALL_BLOCKS),
                            classes.orElse(19),
                            input.map(Shape::parse).orElse(new Shape(3, 1024, 2048)));
        } catch (InvalidStudyException e) {
            throw new IllegalArgumentException(
                    e.problems().stream().map(Problem::toString).collect(Collectors.joining("\n")), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reference network with the image and classes that were asked for, or its own. */
    Network network(ReferenceNetwork reference) {
        if (width.isPresent() || blocks.isPresent()) {
            throw new IllegalArgumentException("width and blocks must be left out for " + reference.name()
                    + ", whose channels and blocks are fixed");
        }
        return reference.network(
                input.map(Shape::parse).orElse(reference.input()), classes.orElse(reference.classes()));
    }
}
