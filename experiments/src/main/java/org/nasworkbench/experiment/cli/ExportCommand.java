package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.Workbench;
import org.nasworkbench.experiment.run.FoundNetwork;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.network.Batch;
import org.nasworkbench.network.TrainedNetwork;
import org.nasworkbench.onnx.OnnxModel;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkSpace;
import org.nasworkbench.space.SearchSpace;
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
            "   or: nas export SPACE GENOTYPE --onnx FILE [--seed N] [--batch N] [--unfolded] [--json]",
            "                  [--width X] [--blocks N] [--classes N] [--input CxHxW] [--latency TABLE.csv | --device DEVICE]"
        },
        description =
                "Writes the network that a run found as ONNX, with its trained weights; or any network of a space,"
                        + " with random ones.")
final class ExportCommand implements Callable<Integer> {
    @Mixin
    private SpaceOptions options;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "GENOTYPE", description = "a network of SPACE")
    private List<String> words = List.of();

    @ArgGroup
    private LatencyOptions latency;

    @Option(names = "--onnx", paramLabel = "FILE", required = true, description = "the file to write")
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
        Map<String, String> facts = words.isEmpty() ? found(form) : drawn(form);
        if (json) {
            System.out.println(Json.pretty(facts));
        } else {
            facts.forEach((name, value) -> System.out.printf("%-16s %s%n", name, value));
            System.out.println(file);
        }
        return 0;
    }

    private Map<String, String> found(OnnxModel.Form form) throws IOException {
        if (strategy == null) {
            throw new IllegalArgumentException("an export must say --strategy for the folder of a study, or a genotype"
                    + " for a space, but there was only '" + options.name() + "'");
        }
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

    private Map<String, String> drawn(OnnxModel.Form form) throws IOException {
        SearchSpace space = options.space();
        if (!(space instanceof NetworkSpace known)) {
            throw new IllegalArgumentException(
                    "layers must be known for an export, but those around the cells of " + space.name() + " are not");
        }
        Architecture architecture = space.parse(String.join(" ", words));
        Network network = known.network(architecture);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("weights", "RANDOM, NOT TRAINED: scores mean nothing (seed " + seed + ")");
        facts.put("space", space.name());
        facts.put("genotype", space.print(architecture));
        facts.put("classes", known.classes() + ", without names");
        if (latency != null) {
            facts.put(
                    "latency-ms",
                    Double.toString(latency.evaluator(space).of(architecture).millis()));
            facts.putAll(latency.facts(space));
        }
        addCommon(facts, network);
        try (TrainedNetwork initial = new TrainedNetwork(network, Seeds.random(seed, "weights"))) {
            WholeFile.write(file, OnnxModel.of(network, initial.weights()::values, form, facts));
        }
        System.err.println("the weights of " + file + " are random: this network has not been trained");
        return facts;
    }

    private static void addCommon(Map<String, String> facts, Network network) {
        facts.put("input", network.input().toString());
        facts.put("normalisation", Batch.NORMALISATION);
        facts.put("macs", Long.toString(network.macs()));
        facts.put("parameters", Long.toString(network.parameters()));
        facts.put("workbench", Workbench.version());
        facts.put("exported", Instant.now().toString());
    }
}
