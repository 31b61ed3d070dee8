package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.reproduce.Reproducer;
import org.nasworkbench.experiment.reproduce.Reproduction;
import org.nasworkbench.experiment.reproduce.ReproductionReport;
import org.nasworkbench.experiment.reproduce.RowName;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.StudyOutputs;
import org.nasworkbench.figures.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a run again and compares. */
@Command(
        name = "reproduce",
        description = "Runs a study again from the folder of an earlier run alone, and compares trial by trial.")
final class ReproduceCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "folder of a run")
    private Path run;

    @Option(
            names = "--only",
            arity = "1..*",
            paramLabel = "TRIAL",
            description = "single trials, STRATEGY/SEED/NUMBER, or final trainings, STRATEGY/SEED/final-SEED")
    private List<String> only = List.of();

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "so many trials, drawn evenly over all: the same ones each time")
    private Integer sample;

    @Option(names = "--data", paramLabel = "DIR", description = "where the data set lies on this machine")
    private Path data;

    @Option(
            names = "--tolerance",
            paramLabel = "SCORE",
            description = "a score that differs by no more is within tolerance (default: ${DEFAULT-VALUE})")
    private double tolerance = 0.001;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "gets reproduction.json, reproduction.md and the new run (default: runs/again/<folder's name>)")
    private Path out;

    @Mixin
    private WorkerOptions workers;

    @Option(names = "--json", description = "prints the comparison as JSON on standard output")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (sample != null && (sample < 1 || !only.isEmpty())) {
            throw new IllegalArgumentException("--sample must be at least 1, and not beside --only, but was " + sample);
        }
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("--tolerance must be 0 or more, but was " + tolerance);
        }
        Path folder = out == null
                ? Path.of(
                        "runs",
                        "again",
                        run.toAbsolutePath().normalize().getFileName().toString())
                : out;
        Reproducer reproducer = new Reproducer(
                new RunFolder(run),
                Optional.ofNullable(data),
                workers.executor().required(),
                workers.patience(),
                tolerance,
                System.err);
        Reproduction reproduction = reproduce(reproducer, folder);
        ReproductionReport.write(reproduction, folder);
        note(reproduction);
        System.out.println(json ? Json.pretty(reproduction.asMap()) : ReproductionReport.text(reproduction));
        return reproduction.holds() ? 0 : Nas.DIFFERENT;
    }

    /** The run's own report says how it came out. */
    private void note(Reproduction reproduction) throws IOException {
        RunFolder made = new RunFolder(run);
        if (made.holdsRun() && Files.exists(made.report())) {
            Files.writeString(made.reproduction(), ReproductionReport.sentence(reproduction));
            StudyOutputs.write(made, made, EnumSet.noneOf(Format.class));
        }
    }

    private Reproduction reproduce(Reproducer reproducer, Path folder) throws Exception {
        if (only.isEmpty() && sample == null) {
            return reproducer.all(new RunFolder(folder.resolve("run")));
        }
        List<RowName> names = new ArrayList<>();
        only.forEach(name -> names.add(RowName.parse(name)));
        return reproducer.some(sample == null ? names : reproducer.sample(sample));
    }
}
