package org.nasworkbench.experiment.cli;

import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.nasworkbench.experiment.Workbench;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.results.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;

/** The command line as a whole. */
@Command(
        name = "nas",
        description = "Compares ways to search for neural architectures: one space, one latency evaluator, one ledger.",
        mixinStandardHelpOptions = true,
        versionProvider = Nas.Version.class,
        scope = ScopeType.INHERIT,
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            ReproduceCommand.class,
            FiguresCommand.class,
            ServeCommand.class,
            SpaceCommand.class,
            LatencyCommand.class,
            TrainCommand.class,
            ExportCommand.class,
            PredictCommand.class,
            EvalCommand.class,
            ResultsCommand.class,
            BenchCommand.class,
            DoctorCommand.class
        })
public final class Nas {
    /** Something failed while running. */
    static final int FAILED = 1;

    /** The request was wrong. */
    static final int WRONG_REQUEST = 2;

    /** A comparison came out different. */
    static final int DIFFERENT = 3;

    /** Stopped from outside. */
    static final int INTERRUPTED = 130;

    private static final int STOPPING_SECONDS = 15;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread command = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(command, code)));
        code.complete(run(arguments));
        System.exit(code.join());
    }

    /** A signal interrupts the command, so that it unwinds, charges what it was at, and says how to go on. */
    private static void stop(Thread command, CompletableFuture<Integer> code) {
        if (code.isDone()) {
            return;
        }
        command.interrupt();
        try {
            code.get(STOPPING_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            System.err.println("stopped in the middle of something; what was finished is kept");
        }
        Runtime.getRuntime().halt(INTERRUPTED);
    }

    /** Runs a command; returns its exit code. */
    public static int run(String... arguments) {
        try {
            return new CommandLine(new Nas())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command))
                    .execute(arguments);
        } catch (OutOfMemoryError e) {
            System.err.println(
                    "memory must suffice, but ran out (" + e.getMessage() + "); NAS_JAVA_OPTS=-Xmx4g gives more");
            return FAILED;
        }
    }

    private static int explain(Exception failure, CommandLine command) {
        if (failure instanceof InvalidStudyException invalid) {
            invalid.problems().forEach(problem -> command.getErr().println(problem));
            return WRONG_REQUEST;
        }
        if (failure instanceof NoSuchFileException missing) {
            command.getErr().println("a file must be there, but " + missing.getFile() + " is not");
            return WRONG_REQUEST;
        }
        if (failure instanceof IllegalArgumentException) {
            command.getErr().println(failure.getMessage());
            return WRONG_REQUEST;
        }
        if (failure instanceof InterruptedException || failure instanceof ClosedByInterruptException) {
            command.getErr().println("interrupted: what was finished is kept, the same command goes on from there");
            return INTERRUPTED;
        }
        StoreException record = StoreException.in(failure).orElse(null);
        if (record != null) {
            command.getErr().println(record.getMessage());
            return FAILED;
        }
        Throwable shown =
                failure instanceof UncheckedIOException && failure.getCause() != null ? failure.getCause() : failure;
        command.getErr().println(shown.getClass().getSimpleName() + ": " + shown.getMessage());
        if (System.getenv("NAS_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        }
        return FAILED;
    }

    /** Tells the version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"NAS Workbench " + Workbench.version()};
        }
    }
}
