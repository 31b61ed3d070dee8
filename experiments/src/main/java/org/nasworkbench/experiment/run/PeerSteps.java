package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.evaluation.TrainingSteps;
import org.nasworkbench.space.Layer;

/**
 * The same training steps in another framework: a program that gets a JSON file (batch, steps, learning rate, and the layers with all their
 * numbers) as its last argument and prints the seconds of each recorded step, one a line. It has the environment of our own processes.
 *
 * @param words program and arguments
 */
record PeerSteps(List<String> words) {
    /** @throws IllegalStateException if the program fails or prints anything else */
    double[] seconds(TrainingSteps steps) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("nas-peer");
        Path request = folder.resolve("steps.json");
        Path printed = folder.resolve("printed.txt");
        try {
            Files.writeString(request, Json.pretty(request(steps)));
            List<String> command = new ArrayList<>(words);
            command.add(request.toString());
            int status = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start()
                    .waitFor();
            String text = Files.readString(printed, StandardCharsets.UTF_8);
            if (status != 0) {
                throw new IllegalStateException(
                        "the other framework's program must end with status 0, but ended with " + status + ": " + text);
            }
            return parse(text, steps.steps());
        } finally {
            Files.deleteIfExists(request);
            Files.deleteIfExists(printed);
            Files.deleteIfExists(folder);
        }
    }

    private static double[] parse(String text, int steps) {
        try {
            double[] seconds = text.lines().mapToDouble(Double::parseDouble).toArray();
            if (seconds.length == steps) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalStateException("the other framework's program must print " + steps
                + " times in seconds, one a line, but printed: " + text.strip());
    }

    private static Map<String, Object> request(TrainingSteps steps) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("batch", steps.protocol().batch());
        request.put("warm-up", steps.warmUp());
        request.put("steps", steps.steps());
        request.put("learning-rate", steps.protocol().learningRate());
        request.put(
                "layers",
                steps.network().layers().stream().map(PeerSteps::layer).toList());
        return request;
    }

    private static Map<String, Object> layer(Layer layer) {
        return Map.of(
                "operation", layer.operation(),
                "numbers", layer.kind(),
                "inputs", layer.inputs(),
                "output", layer.output());
    }
}
