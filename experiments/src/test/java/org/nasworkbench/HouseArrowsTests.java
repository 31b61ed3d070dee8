package org.nasworkbench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which. */
class HouseArrowsTests {
    /** A package below ours, and all others of ours that it may know. */
    private record Arrow(String from, List<String> to) {
        @Override
        public String toString() {
            return from + " -> " + (to.isEmpty() ? "nothing of ours" : String.join(", ", to));
        }
    }

    private static Arrow arrow(String from, String... to) {
        return new Arrow(from, List.of(to));
    }

    static List<Arrow> arrows() {
        return List.of(
                arrow("space"),
                arrow("space.reference", "space"),
                arrow("task", "task.scene"),
                arrow("task.scene"),
                arrow("work", "task"),
                arrow("network", "space", "task", "work"),
                arrow("onnx", "space"),
                arrow("statistics"),
                arrow("latency", "space", "network", "onnx", "work", "statistics"),
                arrow("latency.fitted", "space", "latency", "work"),
                arrow("latency.command", "latency", "space"),
                arrow("latency.roofline", "latency", "space"),
                arrow("evaluation", "space", "task", "work", "network", "latency"),
                arrow("table", "space", "work", "latency", "latency.fitted", "evaluation"),
                arrow("strategy", "space", "task", "work", "latency", "evaluation"),
                arrow("strategy.random", "strategy", "space", "evaluation"),
                arrow("strategy.evolution", "strategy", "space", "latency", "evaluation"),
                arrow("strategy.halving", "strategy", "space", "evaluation"),
                arrow("strategy.local", "strategy", "space", "evaluation"),
                arrow("strategy.rl", "strategy", "space", "evaluation"),
                arrow(
                        "strategy.supernet",
                        "strategy",
                        "strategy.evolution",
                        "space",
                        "task",
                        "work",
                        "network",
                        "latency",
                        "evaluation"),
                arrow("results", "space", "work", "latency", "evaluation", "statistics"),
                arrow("figures", "results", "latency", "space", "space.reference", "work"),
                arrow("figures.report", "figures", "results", "work"),
                arrow("experiment"),
                arrow("experiment.study", "space", "work", "latency", "table", "strategy", "experiment.worker"),
                arrow("experiment.worker", "space", "task", "work", "network", "evaluation", "results", "strategy"),
                arrow(
                        "experiment.run",
                        "experiment",
                        "experiment.study",
                        "experiment.worker",
                        "space",
                        "task",
                        "work",
                        "latency",
                        "latency.fitted",
                        "evaluation",
                        "table",
                        "strategy",
                        "results",
                        "figures",
                        "figures.report"),
                arrow("experiment.serve", "experiment.run", "results", "figures", "figures.report"),
                arrow("experiment.verify", "experiment.run", "results", "figures", "work"),
                arrow(
                        "experiment.reproduce",
                        "experiment",
                        "experiment.run",
                        "experiment.study",
                        "experiment.worker",
                        "space",
                        "latency",
                        "evaluation",
                        "strategy",
                        "results"),
                arrow(
                        "experiment.cli",
                        "experiment",
                        "experiment.run",
                        "experiment.verify",
                        "experiment.reproduce",
                        "experiment.serve",
                        "experiment.study",
                        "experiment.worker",
                        "space",
                        "space.reference",
                        "task",
                        "statistics",
                        "work",
                        "network",
                        "onnx",
                        "latency",
                        "latency.fitted",
                        "evaluation",
                        "table",
                        "strategy",
                        "strategy.supernet",
                        "results",
                        "figures"));
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void aPackageKnowsOnlyThose(Arrow arrow) {
        List<String> known = new ArrayList<>(arrow.to());
        known.add(arrow.from());
        noClasses()
                .that(resideInAPackage("org.nasworkbench." + arrow.from()))
                .should()
                .dependOnClassesThat(resideInAPackage(House.ALL).and(resideOutsideOfPackages(House.packages(known))))
                .check(House.classes());
    }

    @Test
    void everyPackageHasItsArrows() {
        TreeSet<String> packages = House.classes().stream()
                .map(type -> type.getPackageName().replaceFirst("^org\\.nasworkbench\\.", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(packages, arrows().stream().map(Arrow::from).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void thereAreNoCycles() {
        slices().matching("org.nasworkbench.(**)").should().beFreeOfCycles().check(House.classes());
    }

    @Test
    void spacesAndTasksNeedTheJdkAlone() {
        classes()
                .that(resideInAnyPackage(House.packages(List.of("space..", "task.."))))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "javax.imageio..", "org.nasworkbench.space..", "org.nasworkbench.task.."))
                .check(House.classes());
    }
}
