package org.nasworkbench.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.nasworkbench.experiment.cli.Nas;
import org.nasworkbench.results.LedgerBalance;
import org.nasworkbench.results.StoredStudy;
import org.nasworkbench.results.StudyResults;

/**
 * A real cluster of a master and two workers on this machine, as {@code cluster.sh} starts it: its record is that of local workers, also
 * when an executor, a worker with all on it, or the study itself is killed in the middle.
 */
@Timeout(900)
class SparkClusterIT {
    private static final String STUDY = """
            name: tiny
            space: {name: squeezenas-small, width: 0.25, blocks: 1}
            task: {name: street-scenes, input: [32, 48], train: 16, validation: 4, test: 4, seed: 1}
            latency: {platform: macs}
            objective: {target-ms: 1.0}
            training: {epochs: %d, batch: 8, learning-rate: 0.01, optimizer: adam}
            budget: {trials: 4}
            strategies: [{type: squeezenas, epochs: 2, warmup-epochs: 1, samples: 2}]
            seeds: [1]
            final: {epochs: 1, seeds: [1]}
            fidelity: {genotypes: 0}
            """;
    private static final int PORT = 17077;

    @TempDir
    Path folder;

    private Map<String, String> settings;

    private void start(String options) throws Exception {
        script(options, "start", "2");
        settings = Files.readAllLines(folder.resolve("cluster").resolve("settings")).stream()
                .flatMap(line -> Stream.of(line.replace("export ", "").split(" ")))
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1].replace("'", "")));
    }

    @AfterEach
    void stop() throws Exception {
        script("", "stop");
    }

    private void script(String options, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(Path.of("cluster.sh").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("NAS_CLUSTER", folder.resolve("cluster").toString());
        builder.environment().put("NAS_CLUSTER_PORT", Integer.toString(PORT));
        builder.environment().put("NAS_CLUSTER_OPTIONS", options);
        assertEquals(0, builder.start().waitFor());
    }

    private Process run(String study, String workers, String out) throws IOException {
        return nas(
                out + ".log",
                List.of(),
                "run",
                Files.writeString(folder.resolve("tiny.yaml"), study).toString(),
                "--workers",
                workers,
                "--latency-dir",
                folder.resolve("latency").toString(),
                "--out",
                folder.resolve(out).toString());
    }

    private Process nas(String log, List<String> options, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-Dslf4j.provider=org.slf4j.simple.SimpleServiceProvider",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(Nas.class.getName());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        return builder.redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve(log).toFile()))
                .start();
    }

    private StudyResults finish(Process process, String out) throws Exception {
        assertTrue(process.waitFor(400, TimeUnit.SECONDS), out);
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve(out + ".log")));
        return StoredStudy.read(folder.resolve(out).resolve("study.db"));
    }

    private static String spark() {
        return "spark:2=spark://127.0.0.1:" + PORT;
    }

    private static TreeSet<String> whatCameOut(StudyResults study) {
        TreeSet<String> all = new TreeSet<>();
        study.trials()
                .forEach(trial -> all.add(List.of(
                                trial.strategy(),
                                trial.number(),
                                trial.genotype(),
                                trial.status(),
                                trial.score(),
                                trial.value(),
                                trial.latencyMillis())
                        .toString()));
        study.finals()
                .forEach(last -> all.add(List.of(last.strategy(), last.genotype(), last.status(), last.score())
                        .toString()));
        study.traces().forEach(trace -> all.add(trace.toString()));
        return all;
    }

    private static List<ProcessHandle> of(String mainClass) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(mainClass)
                                && process.info().commandLine().orElse("").contains(":" + PORT)
                        || process.info().commandLine().orElse("").contains(mainClass)
                                && process.parent()
                                        .flatMap(parent -> parent.info().commandLine())
                                        .orElse("")
                                        .contains(":" + PORT))
                .sorted(Comparator.comparing(ProcessHandle::pid))
                .toList();
    }

    private void awaitTrials(Process process, String out, int count) throws InterruptedException {
        while (process.isAlive() && trials(out) < count) {
            Thread.sleep(50);
        }
        assertTrue(process.isAlive(), "the study ended too early for what is tested");
    }

    private int trials(String out) {
        try {
            return StoredStudy.read(folder.resolve(out).resolve("study.db"))
                    .trials()
                    .size();
        } catch (RuntimeException e) {
            return 0; // it is being made
        }
    }

    @Test
    void theRecordIsThatOfLocalWorkersWhoeverIsKilled() throws Exception {
        start("");
        String study = STUDY.formatted(12);
        TreeSet<String> local = whatCameOut(finish(run(study, "2", "local"), "local"));
        assertFalse(local.isEmpty());

        Process first = run(study, spark(), "cluster");
        awaitTrials(first, "cluster", 1);
        ProcessHandle executor = of("CoarseGrainedExecutorBackend").get(0);
        assertTrue(executor.destroyForcibly(), "an executor is killed under load");
        int before = trials("cluster");
        awaitTrials(first, "cluster", before + 1);
        first.destroyForcibly().waitFor(); // and the study itself, which is the driver
        int kept = trials("cluster");
        assertTrue(kept >= before + 1);

        Process second = run(study, spark(), "cluster");
        awaitTrials(second, "cluster", kept + 1);
        ProcessHandle node = of("deploy.worker.Worker").get(0);
        List<ProcessHandle> all = node.descendants().toList();
        assertTrue(node.destroyForcibly(), "and a machine with all on it");
        all.forEach(ProcessHandle::destroyForcibly);
        StudyResults cluster = finish(second, "cluster");

        assertEquals(local, whatCameOut(cluster));
        assertTrue(
                cluster.charges().stream()
                        .anyMatch(charge -> charge.category().equals("failed") && charge.deviceSeconds() > 0),
                "what was lost is on the ledger");
        LedgerBalance balance = LedgerBalance.of(cluster);
        assertEquals(balance.wallDeviceSeconds(), balance.totalDeviceSeconds(), 0.02 * balance.wallDeviceSeconds());
    }

    /** Two GPUs that are made up, on each machine one: whoever does the work sees the one that it was given. */
    @Test
    void eachProcessSeesTheGpuThatItWasGiven() throws Exception {
        Path discovery = Files.writeString(
                folder.resolve("gpus.sh"),
                "#!/bin/sh\necho \"{\\\"name\\\": \\\"gpu\\\", \\\"addresses\\\": [\\\"$(( $$ % 90 + 7 ))\\\"]}\"\n");
        assertTrue(discovery.toFile().setExecutable(true));
        start("-Dspark.worker.resource.gpu.amount=1 -Dspark.worker.resource.gpu.discoveryScript=" + discovery);
        Process bench = nas(
                "bench.json",
                List.of("-Dspark.executor.resource.gpu.amount=1", "-Dspark.task.resource.gpu.amount=1"),
                "bench",
                "executors",
                "--workers",
                spark(),
                "--rounds",
                "1",
                "--errands",
                "20",
                "--json");
        assertTrue(bench.waitFor(300, TimeUnit.SECONDS));
        String told = Files.readString(folder.resolve("bench.json"));
        assertEquals(0, bench.exitValue(), told);
        Set<String> given = Pattern.compile("\"(\\d+)\"")
                .matcher(told.substring(told.indexOf("gpus")))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertFalse(given.isEmpty(), told);
        assertTrue(given.stream().allMatch(gpu -> Integer.parseInt(gpu) >= 7), told);
    }
}
