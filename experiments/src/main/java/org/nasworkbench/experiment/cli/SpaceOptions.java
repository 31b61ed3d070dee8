package org.nasworkbench.experiment.cli;

import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A space on the command line. */
final class SpaceOptions {
    @Parameters(index = "0", paramLabel = "SPACE", description = "such as squeezenas-small; see 'nas space list'")
    private String name;

    @Option(names = "--width", description = "factor on all channels (default: ${DEFAULT-VALUE})")
    private double width = 1;

    @Option(names = "--blocks", description = "at most so many blocks a stage (default: ${DEFAULT-VALUE})")
    private int blocks = 4;

    @Option(names = "--classes", description = "classes of the task (default: ${DEFAULT-VALUE})")
    private int classes = 19;

    @Option(names = "--input", paramLabel = "CxHxW", description = "shape of the image (default: ${DEFAULT-VALUE})")
    private String input = "3x1024x2048";

    ChainSpace space() {
        return SearchSpaces.squeezeNas(name, width, blocks, classes, Shape.parse(input));
    }
}
