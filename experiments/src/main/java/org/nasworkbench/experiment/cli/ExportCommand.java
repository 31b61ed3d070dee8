package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.nasworkbench.experiment.Workbench;
import org.nasworkbench.experiment.run.FoundNetwork;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.latency.LatencyKey;
import org.nasworkbench.network.Batch;
import org.nasworkbench.network.TrainedNetwork;
import org.nasworkbench.onnx.OnnxModel;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkSpace;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.space.reference.ReferenceNetwork;
import org.nasworkbench.work.Seeds;
import org.nasworkbench.work.WholeFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a network as an ONNX model. */
@Command(
        name = "export",
        customSynopsis = {
            "nas export RUN --strategy S --seed N --onnx FILE [--final-seed N] [--batch N] [--unfolded] [--json]",
            "   or: nas export SPACE GENOTYPE --onnx FILE [--latency TABLE.csv | --device DEVICE] [OPTIONS]",
            "   or: nas export SPACE --block PLACE OPTION --onnx FILE [OPTIONS]",
            "   or: nas export SPACE --sample N --onnx DIR [OPTIONS]",
            "   or: nas export NETWORK --onnx FILE [OPTIONS]",
            "OPTIONS: [--seed N] [--batch N] [--unfolded] [--json] [--width X] [--blocks N] [--classes N] [--input CxHxW]"
        },
        description =
                "Writes the network that a run found as ONNX, with its trained weights; or with random ones any network of"
                        + " a space, a block of one, so many of its networks drawn at random, or a published network.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private SpaceOptions options;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "GENOTYPE", description = "a network of SPACE, or a block")
    private List<String> words = List.of();

    @Option(
            names = "--block",
            description = "what follows is a block, such as '16x45x60->24/s2 k5_e6' of a latency table")
    private boolean block;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description =
                    "so many networks, all different, and networks.csv that lists them: to be timed on a device and"
                            + " given to 'nas latency import'")
    private Integer sample;

    @ArgGroup
    private LatencyOptions latency;

    @Option(names = "--onnx", paramLabel = "FILE", required = true, description = "the file, or folder, to write")
    private Path file;

    @Option(names = "--strategy", paramLabel = "S", description = "name of the strategy whose network is meant")
    private String strategy;

    @Option(names = "--seed", defaultValue = "1", description = "of the run, or of random weights (default: 1)")
    private long seed;

    @Option(names = "--final-seed", description = "of the final training; default: the first")
    private Long finalSeed;

    @Option(names = "--batch", defaultValue = "1", description = "images a run of the model (default: 1)")
    private int batch;

    @Option(names = "--unfolded", description = "leaves batch norms beside their convolutions")
    private boolean unfolded;

    @Option(names = "--json", description = "prints the facts as JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        OnnxModel.Form form = new OnnxModel.Form(batch, !unfolded);
        if (latency != null && (words.isEmpty() || block)) {
            throw new IllegalArgumentException("--latency and --device must stand with a genotype, but there was none");
        }
        if (sample != null) {
            Path list = sampled(form);
            System.out.println(json ? Json.pretty(Map.of("networks", sample, "list", list.toString())) : list);
            return 0;
        }
        Map<String, String> facts = strategy != null ? found(form) : untrained(form);
        if (json) {
            System.out.println(Json.pretty(facts));
        } else {
            facts.forEach((name, value) -> System.out.printf("%-16s %s%n", name, value));
            System.out.println(file);
        }
        return 0;
    }

    private Map<String, String> found(OnnxModel.Form form) throws IOException {
        FoundNetwork found = FoundNetwork.in(
                new RunFolder(Path.of(options.name())),
                strategy,
                seed,
                finalSeed == null ? OptionalLong.empty() : OptionalLong.of(finalSeed));
        Map<String, String> facts = new LinkedHashMap<>(found.facts());
        facts.put("space", found.network().space());
        facts.put("genotype", found.network().genotype());
        facts.put("classes", Json.text(found.network().classes()));
        addCommon(facts, found.network().network());
        WholeFile.write(file, OnnxModel.of(found.network().network(), found.network()::weight, form, facts));
        return facts;
    }

    private Map<String, String> untrained(OnnxModel.Form form) throws IOException {
        Optional<ReferenceNetwork> reference = options.reference();
        if (words.isEmpty() && reference.isEmpty()) {
            throw new IllegalArgumentException("an export must say --strategy for the folder of a study, or a genotype"
                    + " for a space, but there was only '" + options.name() + "'");
        }
        Map<String, String> facts = new LinkedHashMap<>();
        Network network = words.isEmpty() ? published(reference.get(), facts) : block ? block(facts) : drawn(facts);
        write(network, facts, file, form);
        System.err.println("the weights of " + file + " are random: this network has not been trained");
        return facts;
    }

    private void write(Network network, Map<String, String> facts, Path to, OnnxModel.Form form) throws IOException {
        facts.put("weights", "RANDOM, NOT TRAINED: scores mean nothing (seed " + seed + ")");
        addCommon(facts, network);
        try (TrainedNetwork initial = new TrainedNetwork(network, Seeds.random(seed, "weights"))) {
            WholeFile.write(to, OnnxModel.of(network, initial.weights()::values, form, facts));
        }
    }

    /** Writes networks and their list into the folder; returns the list. */
    private Path sampled(OnnxModel.Form form) throws IOException {
        if (!words.isEmpty() || sample < 1) {
            throw new IllegalArgumentException("--sample must be at least 1 and stand without a genotype, but was "
                    + sample + (words.isEmpty() ? "" : " beside '" + String.join(" ", words) + "'"));
        }
        NetworkSpace space = networks();
        RandomGenerator random = Seeds.random(seed, "sample");
        Set<Architecture> drawn = new LinkedHashSet<>();
        for (long draw = 0; drawn.size() < sample; draw++) {
            if (draw > 100L * sample) {
                throw new IllegalArgumentException("--sample must be at most what " + space.name()
                        + " has of different networks, but was " + sample);
            }
            drawn.add(space.sample(random));
        }
        StringBuilder list = new StringBuilder("genotype,file,macs\n");
        int number = 0;
        for (Architecture architecture : drawn) {
            String name = String.format(Locale.ROOT, "%05d.onnx", ++number);
            Network network = space.network(architecture);
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("space", space.name());
            facts.put("genotype", space.print(architecture));
            write(network, facts, file.resolve(name), form);
            list.append(space.print(architecture) + "," + name + "," + network.macs() + "\n");
        }
        Path all = file.resolve("networks.csv");
        WholeFile.write(all, list.toString());
        return all;
    }

    private Network published(ReferenceNetwork reference, Map<String, String> facts) {
        facts.put("network", reference.name());
        facts.put("published-in", reference.paper());
        return options.network(reference);
    }

    private Network block(Map<String, String> facts) {
        String[] key = String.join(" ", words).split(" ");
        if (key.length != 2) {
            throw new IllegalArgumentException(
                    "a block must be a place and an option, such as '16x45x60->24/s2 k5_e6', but was '"
                            + String.join(" ", words) + "'; 'nas latency show TABLE.csv' lists those of a table");
        }
        ChainSpace space = options.measured();
        facts.put("space", space.name());
        facts.put("block", key[0] + " " + key[1]);
        return new LatencyKey(key[0], key[1]).block(space);
    }

    private NetworkSpace networks() {
        SearchSpace space = options.space();
        if (space instanceof NetworkSpace known) {
            return known;
        }
        throw new IllegalArgumentException(
                "layers must be known for an export, but those around the cells of " + space.name() + " are not");
    }

    private Network drawn(Map<String, String> facts) throws IOException {
        NetworkSpace space = networks();
        Architecture architecture = space.parse(String.join(" ", words));
        facts.put("space", space.name());
        facts.put("genotype", space.print(architecture));
        facts.put("classes", space.classes() + ", without names");
        if (latency != null) {
            facts.put(
                    "latency-ms",
                    Double.toString(latency.evaluator(space).of(architecture).millis()));
            facts.putAll(latency.facts(space));
        }
        return space.network(architecture);
    }

    private static void addCommon(Map<String, String> facts, Network network) {
        facts.put("input", network.input().toString());
        if (!facts.containsKey("block")) {
            facts.put("normalisation", Batch.NORMALISATION);
        }
        facts.put("macs", Long.toString(network.macs()));
        facts.put("parameters", Long.toString(network.parameters()));
        facts.put("workbench", Workbench.version());
        facts.put("exported", Instant.now().toString());
    }
}
