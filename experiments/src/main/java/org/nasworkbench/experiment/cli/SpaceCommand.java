package org.nasworkbench.experiment.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.TableLatency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockPlace;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.work.Seeds;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at search spaces. */
@Command(name = "space", description = "Looks at search spaces and at single networks of them.")
final class SpaceCommand {
    @Command(description = "Lists the spaces.")
    int list() {
        SearchSpaces.names().forEach(System.out::println);
        return 0;
    }

    @Command(description = "Shows the stages, options and places of a space.")
    int show(@Mixin SpaceOptions options) {
        ChainSpace space = options.space();
        System.out.println(space.name() + ": " + space.blocks() + " blocks, " + space.size() + " networks, input "
                + space.input() + ", " + space.classes() + " classes");
        System.out.println("options: "
                + space.options().stream().map(option -> option.name()).collect(Collectors.joining(" ")));
        List<BlockPlace> places = space.places();
        for (int b = 0; b < places.size(); b++) {
            System.out.printf(
                    "block %2d  %s -> %s%s%s%n",
                    b,
                    places.get(b).input(),
                    places.get(b).output(),
                    places.get(b).residual() ? "  with identity" : "",
                    b == space.tapBlock() ? "  tapped by the decoder" : "");
        }
        return 0;
    }

    @Command(description = "Prints the number of networks.")
    int count(@Mixin SpaceOptions options) {
        System.out.println(options.space().size());
        return 0;
    }

    @Command(description = "Draws networks uniformly.")
    int sample(
            @Mixin SpaceOptions options,
            @Option(names = "-n", description = "how many", defaultValue = "10") int count,
            @Option(names = "--seed", description = "of the draw", defaultValue = "1") long seed) {
        ChainSpace space = options.space();
        RandomGenerator random = Seeds.random(seed, "sample");
        for (int i = 0; i < count; i++) {
            System.out.println(space.print(space.sample(random)));
        }
        return 0;
    }

    @Command(description = "Describes one network layer by layer.")
    int describe(
            @Mixin SpaceOptions options,
            @Parameters(index = "1..*", paramLabel = "GENOTYPE", description = "options in order, bars optional")
                    List<String> words,
            @Option(names = "--latency", paramLabel = "TABLE.csv", description = "adds the predicted latency")
                    Path table,
            @Option(names = "--json", description = "as JSON") boolean json)
            throws java.io.IOException {
        ChainSpace space = options.space();
        Architecture architecture = space.parse(String.join(" ", words));
        Network network = space.network(architecture);
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("genotype", space.print(architecture));
        description.put("canonical", space.print(space.canonical(architecture)));
        description.put("macs", network.macs());
        description.put("params", network.parameters());
        if (table != null) {
            description.put(
                    "latency_ms",
                    new TableLatency(space, LatencyTableFile.read(table))
                            .of(architecture)
                            .millis());
        }
        if (json) {
            description.put("layers", layers(network));
            System.out.println(Json.pretty(description));
            return 0;
        }
        description.forEach((name, value) -> System.out.printf("%-10s %s%n", name, value));
        for (Map<String, Object> layer : layers(network)) {
            System.out.printf(
                    Locale.ROOT,
                    "%-28s %-14s %-14s -> %-14s %12d MACs %8d params%n",
                    layer.get("name"),
                    layer.get("operation"),
                    layer.get("input"),
                    layer.get("output"),
                    layer.get("macs"),
                    layer.get("params"));
        }
        return 0;
    }

    private static List<Map<String, Object>> layers(Network network) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Layer layer : network.layers()) {
            Shape input = layer.inputs().isEmpty()
                    ? layer.output()
                    : network.layers().get(layer.inputs().get(0)).output();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", layer.name());
            row.put("operation", layer.operation());
            row.put("input", input.toString());
            row.put("output", layer.output().toString());
            row.put("macs", layer.macs());
            row.put("params", layer.parameters());
            rows.add(row);
        }
        return rows;
    }
}
