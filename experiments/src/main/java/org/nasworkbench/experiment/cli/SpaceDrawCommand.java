package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.nasworkbench.figures.DrawnNetwork;
import org.nasworkbench.figures.NetworkDiagram;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.reference.ReferenceNetworks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Draws networks block by block. */
@Command(
        name = "draw",
        description = "Draws networks block by block, one below the other. What a study found is drawn by"
                + " 'nas figures --figure network RUN'.")
final class SpaceDrawCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "NETWORK",
            description = "a published network's name, or a space and a genotype of it in quotation marks")
    private List<String> networks;

    @Mixin
    private FigureOption figure;

    @Override
    public Integer call() throws IOException {
        Path out = figure.required();
        FigureOption.draw(
                new NetworkDiagram(
                        "network",
                        networks.stream().map(SpaceDrawCommand::network).toList(),
                        ""),
                out);
        return 0;
    }

    private static DrawnNetwork network(String text) {
        String[] words = text.strip().split("\\s+", 2);
        if (words.length == 1) {
            return DrawnNetwork.of(ReferenceNetworks.named(words[0]));
        }
        if (KnownSpaces.space(words[0], KnownSpaces.Changes.NONE) instanceof ChainSpace space) {
            return DrawnNetwork.of(space.name(), space, space.parse(words[1]));
        }
        throw new IllegalArgumentException(
                "a space whose networks are drawn must be a chain of blocks before a decoder, but was " + words[0]);
    }
}
