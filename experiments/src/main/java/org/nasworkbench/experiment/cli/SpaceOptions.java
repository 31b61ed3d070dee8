package org.nasworkbench.experiment.cli;

import java.util.Optional;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.space.reference.ReferenceNetwork;
import org.nasworkbench.space.reference.ReferenceNetworks;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A space on the command line. What is not given is as published. */
final class SpaceOptions {
    @Parameters(index = "0", paramLabel = "SPACE", description = "such as squeezenas-small; see 'nas space list'")
    private String name;

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

    /** The word itself. */
    String name() {
        return name;
    }

    SearchSpace space() {
        return KnownSpaces.space(name, new KnownSpaces.Changes(width, blocks, classes, input.map(Shape::parse)));
    }

    /** The reference network of that name, if it is one. */
    Optional<ReferenceNetwork> reference() {
        return ReferenceNetworks.find(name);
    }

    /** A reference network with the image and classes that were asked for, or its own. */
    Network network(ReferenceNetwork reference) {
        if (width.isPresent() || blocks.isPresent()) {
            throw new IllegalArgumentException(
                    "width and blocks must be left out for " + name + ", whose channels and blocks are fixed");
        }
        return reference.network(
                input.map(Shape::parse).orElse(reference.input()), classes.orElse(reference.classes()));
    }

    /** The space, if it is one that latency tables are measured for. */
    ChainSpace measured() {
        if (space() instanceof ChainSpace chain) {
            return chain;
        }
        throw new IllegalArgumentException("a latency table is measured for one of " + SearchSpaces.names()
                + ", but the space was '" + name + "'");
    }
}
