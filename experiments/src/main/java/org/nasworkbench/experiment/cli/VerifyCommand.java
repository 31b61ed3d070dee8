package org.nasworkbench.experiment.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.RunFolder;
import org.nasworkbench.experiment.verify.Mismatch;
import org.nasworkbench.experiment.verify.QuotedTables;
import org.nasworkbench.experiment.verify.RunVerification;
import org.nasworkbench.experiment.verify.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds what was written about a run against its record. */
@Command(
        name = "verify",
        description = "Makes every number of a run's tables, figures and report again from its record, and of documents"
                + " that quote it; names those that are different.")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "folder of a run")
    private Path run;

    @Option(
            names = "--docs",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Markdown documents with tables that are marked to quote the run")
    private List<Path> documents = List.of();

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Verification verification = RunVerification.of(new RunFolder(run));
        Path home = run.toAbsolutePath().normalize();
        for (Path document : documents) {
            verification = verification.and(QuotedTables.of(document, source -> source.startsWith(home)));
        }
        if (json) {
            System.out.println(Json.pretty(asMap(verification)));
        } else {
            print(verification);
        }
        return verification.holds() ? 0 : Nas.DIFFERENT;
    }

    private static void print(Verification verification) {
        verification.mismatches().forEach(System.out::println);
        verification.checked().forEach(what -> System.out.println("made again: " + what));
        verification.unchecked().forEach(what -> System.out.println("not made again: " + what));
        int different = verification.mismatches().size();
        System.out.println(
                different > 0
                        ? different + (different == 1 ? " place is" : " places are") + " different"
                        : verification.checked().isEmpty()
                                ? "nothing could be checked"
                                : "every number that could be made again is as it was written");
    }

    private static Map<String, Object> asMap(Verification verification) {
        return Map.of(
                "holds",
                verification.holds(),
                "mismatches",
                verification.mismatches().stream().map(VerifyCommand::asMap).toList(),
                "made_again",
                verification.checked(),
                "not_made_again",
                verification.unchecked());
    }

    private static Map<String, Object> asMap(Mismatch mismatch) {
        return Map.of(
                "file",
                mismatch.file().toString(),
                "line",
                mismatch.line(),
                "found",
                mismatch.found(),
                "recomputed",
                mismatch.recomputed());
    }
}
