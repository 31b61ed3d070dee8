package org.nasworkbench.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.BlockPlace;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind.Convolution;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.Shape;
import org.nasworkbench.space.reference.ReferenceNetwork;

/**
 * A network as a diagram shows it.
 *
 * @param title its name and what is said of it
 * @param input shape of its image
 * @param blocks in the order of computation, at least one
 */
public record DrawnNetwork(String title, Shape input, List<DrawnBlock> blocks) {
    private static final Pattern BLOCK = Pattern.compile("(block(\\d+)(?:\\.\\d+)?)\\.(\\D.*)");

    public DrawnNetwork {
        blocks = List.copyOf(blocks);
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException(
                    "a network that is drawn must have inverted residuals, but '" + title + "' has none");
        }
    }

    /** A network of a chain of blocks. */
    public static DrawnNetwork of(String title, ChainSpace space, Architecture architecture) {
        List<BlockPlace> places = space.places();
        return new DrawnNetwork(
                title,
                space.input(),
                IntStream.range(0, places.size())
                        .mapToObj(block -> {
                            BlockOption option = space.options().get(architecture.choice(block));
                            return new DrawnBlock(
                                    option.kernel(),
                                    option.dilation(),
                                    option.expansion(),
                                    option.groups(),
                                    false,
                                    places.get(block).output());
                        })
                        .toList());
    }

    /**
     * A published network, by its layers.
     *
     * @throws IllegalArgumentException if it does not consist of inverted residuals
     */
    public static DrawnNetwork of(ReferenceNetwork published) {
        Network network = published.network();
        Map<String, Map<String, Layer>> byBlock = new LinkedHashMap<>();
        for (Layer layer : network.layers()) {
            Matcher name = BLOCK.matcher(layer.name());
            if (name.matches()) {
                byBlock.computeIfAbsent(name.group(1), block -> new LinkedHashMap<>())
                        .put(name.group(3), layer);
            }
        }
        List<DrawnBlock> blocks = new ArrayList<>();
        Shape stem = network.layers().get(1).output();
        byBlock.forEach((name, layers) -> {
            Matcher number = BLOCK.matcher(name + ".any");
            while (name.indexOf('.') < 0 && number.matches() && blocks.size() < Integer.parseInt(number.group(2))) {
                Shape before =
                        blocks.isEmpty() ? stem : blocks.get(blocks.size() - 1).output();
                blocks.add(new DrawnBlock(0, 1, 0, 1, false, before)); // an identity has no layers
            }
            blocks.add(block(network, layers));
        });
        return new DrawnNetwork(published.name() + " (" + published.paper() + ")", published.input(), blocks);
    }

    private static DrawnBlock block(Network network, Map<String, Layer> layers) {
        Layer depthwise = layers.get("depthwise");
        Layer last = layers.values().stream().reduce((first, next) -> next).orElseThrow();
        if (depthwise == null) {
            return new DrawnBlock(0, 1, 0, 1, false, last.output());
        }
        Layer first = layers.getOrDefault("expand", depthwise);
        Convolution kernel = (Convolution) depthwise.kind();
        int in = network.layers().get(first.inputs().get(0)).output().channels();
        int groups = first == depthwise ? 1 : ((Convolution) first.kind()).groups();
        return new DrawnBlock(
                kernel.kernel(),
                kernel.dilation(),
                kernel.outChannels() / in,
                groups,
                layers.containsKey("squeeze"),
                last.output());
    }

    /** Blocks of one width and resolution, in their order. */
    List<List<DrawnBlock>> stages() {
        List<List<DrawnBlock>> stages = new ArrayList<>();
        Shape shape = null;
        for (DrawnBlock block : blocks) {
            if (!block.output().equals(shape)) {
                stages.add(new ArrayList<>());
                shape = block.output();
            }
            stages.get(stages.size() - 1).add(block);
        }
        return stages;
    }

    /** By how much a shape's resolution is below the image's: a power of two, as strides are; sides are rounded up. */
    int reduction(Shape shape) {
        int reduction = 1;
        while (Math.sqrt(2) * reduction * shape.height() < input.height()) {
            reduction *= 2;
        }
        return reduction;
    }
}
