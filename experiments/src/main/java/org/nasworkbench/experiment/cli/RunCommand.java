package org.nasworkbench.experiment.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.Fork;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.run.StudyOutputs;
import org.nasworkbench.experiment.run.StudyRunner;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.worker.ExecutorSpec;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.StoreAddress;
import org.nasworkbench.results.StudyResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a study; goes on where a run was interrupted. */
@Command(
        name = "run",
        description = "Runs every strategy and seed of a study, then draws tables, figures and the report.")
final class RunCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study;

    @Mixin
    private WorkerOptions workers;

    @Option(names = "--out", paramLabel = "DIR", description = "folder of the run (default: runs/<study>)")
    private Path out;

    @Option(
            names = "--store",
            paramLabel = "URL",
            description =
                    "where the record is kept (default: study.db in the folder of the run): jdbc:postgresql://host/database,"
                            + " in a schema of the study's name; the password comes from PGPASSWORD or .pgpass")
    private String store;

    @Option(names = "--fresh", description = "forgets an earlier run of the study in that folder")
    private boolean fresh;

    @Option(
            names = "--fork",
            paramLabel = "RUN",
            description = "goes on from the runs in this folder, under another objective, budget, projection or seeds")
    private Path fork;

    @Option(
            names = "--at",
            paramLabel = "TRIAL",
            description = "the first trial that is new; all before it are taken over, and cost nothing again")
    private Integer at;

    @Option(names = "--quiet", description = "says nothing while it runs; the table comes at the end")
    private boolean quiet;

    @Option(names = "--json", description = "prints the results as JSON on standard output")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (fork == null != (at == null)) {
            throw new IllegalArgumentException(
                    "--fork and --at must be there together: a run, and the trial where it forks");
        }
        Study read = study.read();
        ExecutorSpec executor = workers.executor(read).required();
        RunFolder folder = new RunFolder(out == null ? Path.of("runs", read.name()) : out);
        Optional<StoreAddress> address = Optional.ofNullable(store).map(url -> StoreAddress.server(url, read.name()));
        if (fresh) {
            folder.clear();
        }
        Map<RunKey, String> failures = new StudyRunner(
                        read,
                        folder,
                        address.orElseGet(folder::store),
                        executor,
                        workers.patience(),
                        workers.latencies(),
                        quiet ? new PrintStream(OutputStream.nullOutputStream()) : System.err)
                .run(Optional.ofNullable(fork).map(from -> new Fork(new RunFolder(from), at)));
        StudyResults results = StudyOutputs.write(folder);
        Printed.results(results, json);
        if (!json) {
            System.out.println();
            System.out.println(StudyOutputs.balance(results));
            Optional.ofNullable(results.facts().get(StudyResults.FORKED))
                    .ifPresent(from -> System.out.println("forked from " + from));
            System.out.println("report: " + folder.report());
        }
        failures.forEach((run, why) -> System.err.println(run + " failed: " + why));
        return failures.isEmpty() ? 0 : Nas.FAILED;
    }
}
