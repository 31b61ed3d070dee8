package org.nasworkbench.experiment.cli;

import java.util.Optional;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.reference.ReferenceNetwork;
import org.nasworkbench.space.reference.ReferenceNetworks;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A space on the command line. What is not given is as published. */
final class SpaceOptions {
    @Parameters(
            index = "0",
            paramLabel = "SPACE",
            description = "such as squeezenas-small, see 'nas space list'; or a .yaml file that describes one")
    private String name;

    @Mixin
    private SpaceChangeOptions changes;

    /** The word itself. */
    String name() {
        return name;
    }

    SearchSpace space() {
        return changes.space(name);
    }

    /** The reference network of that name, if it is one. */
    Optional<ReferenceNetwork> reference() {
        return ReferenceNetworks.find(name);
    }

    /** A reference network with the image and classes that were asked for, or its own. */
    Network network(ReferenceNetwork reference) {
        return changes.network(reference);
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
