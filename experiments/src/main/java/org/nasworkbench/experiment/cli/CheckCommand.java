package org.nasworkbench.experiment.cli;

import java.util.concurrent.Callable;
import org.nasworkbench.experiment.run.Json;
import org.nasworkbench.experiment.run.StudyPlan;
import org.nasworkbench.experiment.run.StudyPlanner;
import org.nasworkbench.experiment.run.TablePlan;
import org.nasworkbench.experiment.run.TablePlanner;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Validates a study and tells what it will take. */
@Command(
        name = "check",
        description =
                "Validates a study and prints its plan: runs, trainings, expected time and money. Trains nothing.")
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private StudyArgument study;

    @Mixin
    private WorkerOptions workers;

    @Option(names = "--json", description = "as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        Study read = study.read();
        return read.ground() instanceof TableSpec table ? check(read, table) : check(read);
    }

    private int check(Study read) throws Exception {
        StudyPlan plan =
                new StudyPlanner(read, workers.executor(read).devices(), workers.latencies(), System.err).plan();
        if (json) {
            System.out.println(Json.pretty(plan));
        } else {
            PrintedPlan.print(read, plan);
        }
        return 0;
    }

    private int check(Study read, TableSpec table) throws Exception {
        TablePlan plan = new TablePlanner(read, table, workers.executor(read).devices()).plan();
        if (json) {
            System.out.println(Json.pretty(plan));
        } else {
            PrintedPlan.print(read, plan);
        }
        plan.runs()
                .forEach(row -> row.trouble().ifPresent(why -> System.err.println(row.strategy() + " fails: " + why)));
        return plan.runs().stream().anyMatch(row -> row.trouble().isPresent()) ? Nas.FAILED : 0;
    }
}
