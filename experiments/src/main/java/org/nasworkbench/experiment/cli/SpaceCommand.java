package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockPlace;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.FbnetSpace;
import org.nasworkbench.space.KnownSpaces;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkSpace;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.space.reference.ReferenceNetwork;
import org.nasworkbench.space.reference.ReferenceNetworks;
import org.nasworkbench.table.KnownDevices;
import org.nasworkbench.work.Seeds;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at search spaces. */
@Command(
        name = "space",
        description = "Looks at search spaces and at single networks of them.",
        subcommands = SpaceDrawCommand.class)
final class SpaceCommand {
    @Command(description = "Lists the spaces, and published networks to compare with.")
    int list(@Option(names = "--json", description = "as JSON") boolean json) {
        if (json) {
            List<Map<String, Object>> networks =
                    ReferenceNetworks.all().stream().map(SpaceCommand::counted).toList();
            System.out.println(Json.pretty(Map.of("spaces", KnownSpaces.names(), "networks", networks)));
            return 0;
        }
        KnownSpaces.names().forEach(System.out::println);
        System.out.printf("%n%-24s %4s  %-12s %12s %15s  %s%n", "network", "year", "input", "params", "MACs", "paper");
        for (ReferenceNetwork reference : ReferenceNetworks.all()) {
            Network network = reference.network();
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %4d  %-12s %,12d %,15d  %s%n",
                    reference.name(),
                    reference.year(),
                    reference.input(),
                    network.parameters(),
                    network.macs(),
                    reference.paper());
        }
        return 0;
    }

    private static Map<String, Object> counted(ReferenceNetwork reference) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("network", reference.name());
        row.put("year", reference.year());
        row.put("input", reference.input().toString());
        row.put("params", reference.network().parameters());
        row.put("macs", reference.network().macs());
        row.put("paper", reference.paper());
        return row;
    }

    @Command(description = "Shows the decisions of a space, and where its blocks stand.")
    int show(@Mixin SpaceOptions options, @Option(names = "--json", description = "as JSON") boolean json) {
        SearchSpace space = options.space();
        if (json) {
            System.out.println(Json.pretty(shown(space)));
            return 0;
        }
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
        }
        List<String> devices = KnownDevices.names(space.name());
        if (!devices.isEmpty()) {
            System.out.println("devices of --device: " + String.join(" ", devices));
        }
        return 0;
    }

    private static Map<String, Object> shown(SearchSpace space) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("space", space.name());
        shown.put("networks", space.size());
        if (space instanceof NetworkSpace known) {
            shown.put("input", known.input().toString());
            shown.put("classes", known.classes());
        }
        shown.put("decisions", space.decisions());
        if (space instanceof ChainSpace chain) {
            shown.put("places", places(chain.places()));
            shown.put("tapped", chain.tapBlock());
        } else if (space instanceof FbnetSpace fbnet) {
            shown.put("places", places(fbnet.places()));
        }
        shown.put("devices", KnownDevices.names(space.name()));
        return shown;
    }

    private static List<Map<String, Object>> places(List<BlockPlace> places) {
        return places.stream()
                .map(place -> Map.<String, Object>of(
                        "input",
                        place.input().toString(),
                        "output",
                        place.output().toString(),
                        "identity",
                        place.residual()))
                .toList();
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
    int count(@Mixin SpaceOptions options, @Option(names = "--json", description = "as JSON") boolean json) {
        SearchSpace space = options.space();
        System.out.println(json ? Json.pretty(Map.of("space", space.name(), "networks", space.size())) : space.size());
        return 0;
    }

    @Command(description = "Draws networks uniformly; with a latency, after a tab behind each.")
    int sample(
            @Mixin SpaceOptions options,
            @ArgGroup LatencyOptions latency,
            @Option(names = "-n", description = "how many", defaultValue = "10") int count,
            @Option(names = "--seed", description = "of the draw", defaultValue = "1") long seed,
            @Option(names = "--json", description = "as JSON") boolean json)
            throws IOException {
        SearchSpace space = options.space();
        List<Map<String, Object>> sample = new ArrayList<>();
        LatencyEvaluator evaluator = latency == null ? null : latency.evaluator(space);
        RandomGenerator random = Seeds.random(seed, "sample");
        for (int i = 0; i < count; i++) {
            Architecture drawn = space.sample(random);
            Map<String, Object> row = new LinkedHashMap<>(Map.of("genotype", space.print(drawn)));
            if (evaluator != null) {
                row.put(latency.column(space), evaluator.of(drawn).millis());
            }
            sample.add(row);
        }
        if (json) {
            System.out.println(Json.pretty(sample));
        } else {
            sample.forEach(row -> System.out.println(
                    row.values().stream().map(String::valueOf).collect(Collectors.joining("\t"))));
        }
        return 0;
    }

    @Command(
            description = "Describes one network layer by layer: one of a space, or a published one by its name alone.")
    int describe(
            @Mixin SpaceOptions options,
            @Parameters(
                            index = "1..*",
                            arity = "0..*",
                            paramLabel = "GENOTYPE",
                            description = "as 'nas space sample' prints it; bars and blanks optional")
                    List<String> words,
            @ArgGroup LatencyOptions latency,
            @Option(names = "--json", description = "as JSON") boolean json)
            throws IOException {
        String genotype = words == null ? "" : String.join(" ", words);
        Optional<ReferenceNetwork> reference = options.reference();
        if (reference.isPresent()) {
            if (!genotype.isEmpty() || latency != null) {
                throw new IllegalArgumentException("a published network must be described by its name alone, but "
                        + reference.get().name() + " was followed by " + (genotype.isEmpty() ? "a latency" : genotype));
            }
            describe(reference.get(), options.network(reference.get())).print(json);
        } else {
            SearchSpace space = options.space();
            if (genotype.isEmpty()) {
                throw new IllegalArgumentException(
                        "a genotype must follow the space " + space.name() + ", but there was none");
            }
            Architecture architecture = space.parse(genotype);
            PrintedNetwork printed = describe(space, architecture);
            if (latency != null) {
                printed.put(
                        latency.column(space),
                        latency.evaluator(space).of(architecture).millis());
            }
            printed.print(json);
        }
        return 0;
    }

    private static PrintedNetwork describe(ReferenceNetwork reference, Network network) {
        PrintedNetwork printed = new PrintedNetwork();
        printed.put("network", reference.name());
        printed.put("year", reference.year());
        printed.put("paper", reference.paper());
        printed.put(network);
        return printed;
    }

    private static PrintedNetwork describe(SearchSpace space, Architecture architecture) {
        PrintedNetwork printed = new PrintedNetwork();
        printed.put("genotype", space.print(architecture));
        printed.put("canonical", space.print(space.canonical(architecture)));
        if (space instanceof NetworkSpace known) {
            printed.put(known.network(architecture));
        } else {
            printed.put("note", "the layers around the cells of " + space.name() + " are not known here");
        }
        return printed;
    }
}
