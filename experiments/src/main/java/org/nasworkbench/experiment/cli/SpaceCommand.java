package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockPlace;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.FbnetSpace;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkSpace;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.space.Shape;
import org.nasworkbench.table.FbnetLatency;
import org.nasworkbench.work.Seeds;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at search spaces. */
@Command(name = "space", description = "Looks at search spaces and at single networks of them.")
final class SpaceCommand {
    @Command(description = "Lists the spaces.")
    int list() {
        KnownSpaces.names().forEach(System.out::println);
        return 0;
    }

    @Command(description = "Shows the decisions of a space, and where its blocks stand.")
    int show(@Mixin SpaceOptions options) {
        SearchSpace space = options.space();
        System.out.println(space.name() + ": " + space.decisions().size() + " decisions, " + space.size() + " networks"
                + (space instanceof NetworkSpace known
                        ? ", input " + known.input() + ", " + known.classes() + " classes"
                        : ""));
        Map<List<String>, List<String>> deciding = new LinkedHashMap<>();
        space.decisions().forEach(decision -> deciding.computeIfAbsent(decision.options(), words -> new ArrayList<>())
                .add(decision.name()));
        deciding.forEach((words, names) -> System.out.println(
                String.join(" ", names) + System.lineSeparator() + "  each one of: " + String.join(" ", words)));
        if (space instanceof ChainSpace chain) {
            showPlaces(chain.places(), chain.tapBlock());
        } else if (space instanceof FbnetSpace fbnet) {
            showPlaces(fbnet.places(), -1);
            System.out.println("devices of --device: " + String.join(" ", FbnetLatency.devices()));
        }
        return 0;
    }

    private static void showPlaces(List<BlockPlace> places, int tapped) {
        for (int b = 0; b < places.size(); b++) {
            System.out.printf(
                    "block %2d  %s -> %s%s%s%n",
                    b,
                    places.get(b).input(),
                    places.get(b).output(),
                    places.get(b).residual() ? "  with identity" : "",
                    b == tapped ? "  tapped by the decoder" : "");
        }
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
        SearchSpace space = options.space();
        RandomGenerator random = Seeds.random(seed, "sample");
        for (int i = 0; i < count; i++) {
            System.out.println(space.print(space.sample(random)));
        }
        return 0;
    }

    @Command(description = "Describes one network layer by layer.")
    int describe(
            @Mixin SpaceOptions options,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "GENOTYPE",
                            description = "as 'nas space sample' prints it; bars and blanks optional")
                    List<String> words,
            @ArgGroup LatencyOptions latency,
            @Option(names = "--json", description = "as JSON") boolean json)
            throws IOException {
        SearchSpace space = options.space();
        Architecture architecture = space.parse(String.join(" ", words));
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("genotype", space.print(architecture));
        description.put("canonical", space.print(space.canonical(architecture)));
        Optional<Network> network =
                space instanceof NetworkSpace known ? Optional.of(known.network(architecture)) : Optional.empty();
        network.ifPresent(layers -> {
            description.put("macs", layers.macs());
            description.put("params", layers.parameters());
        });
        if (latency != null) {
            description.put(
                    "latency_ms", latency.evaluator(options).of(architecture).millis());
        }
        if (network.isEmpty()) {
            description.put("note", "the layers around the cells of " + space.name() + " are not known here");
        }
        print(description, network, json);
        return 0;
    }

    private static void print(Map<String, Object> description, Optional<Network> network, boolean json) {
        if (json) {
            network.ifPresent(it -> description.put("layers", layers(it)));
            System.out.println(Json.pretty(description));
            return;
        }
        description.forEach((name, value) -> System.out.printf("%-10s %s%n", name, value));
        for (Map<String, Object> layer : network.map(SpaceCommand::layers).orElse(List.of())) {
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
