package org.nasworkbench;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
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
import org.nasworkbench.evaluation.CostCategory;
import org.nasworkbench.evaluation.Machine;
import org.nasworkbench.evaluation.Seeds;
import org.nasworkbench.evaluation.TrainingProtocol;
import org.nasworkbench.evaluation.Work;
import org.nasworkbench.evaluation.Workplace;

/** Which package may know which. */
class HouseArrowsTests {
    /** What network and latency take from evaluation, which stands above them: the only arrows that point up. */
    private static final Class<?>[] WORDS_OF_EVALUATION = {
        CostCategory.class, Machine.class, Seeds.class, TrainingProtocol.class, Work.class, Workplace.class
    };

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
                arrow("task", "task.scene"),
                arrow("task.scene"),
                arrow("network", "space", "task"),
                arrow("latency", "space", "network"),
                arrow("evaluation", "space", "task", "network", "latency"),
                arrow("strategy", "space", "task", "latency", "evaluation"),
                arrow("strategy.random", "strategy", "space", "evaluation"),
                arrow("strategy.evolution", "strategy", "space", "evaluation"),
                arrow("strategy.rl", "strategy", "space", "evaluation"),
                arrow("strategy.supernet", "strategy", "space", "task", "network", "latency", "evaluation"),
                arrow("results", "space", "latency", "evaluation"),
                arrow("figures", "results"),
                arrow("figures.report", "figures", "results"),
                arrow("experiment"),
                arrow("experiment.study", "space", "latency", "evaluation", "strategy"),
                arrow("experiment.worker", "task", "network", "evaluation", "results"),
                arrow(
                        "experiment.run",
                        "experiment",
                        "experiment.study",
                        "experiment.worker",
                        "space",
                        "task",
                        "latency",
                        "evaluation",
                        "strategy",
                        "results",
                        "figures",
                        "figures.report"),
                arrow(
                        "experiment.cli",
                        "experiment",
                        "experiment.run",
                        "experiment.study",
                        "space",
                        "task",
                        "network",
                        "latency",
                        "evaluation",
                        "strategy",
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
                .dependOnClassesThat(resideInAPackage(House.ALL)
                        .and(resideOutsideOfPackages(House.packages(known)))
                        .and(not(belongToAnyOf(upwards(arrow)))))
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
    void apartFromTheSharedWordsOfEvaluationThereAreNoCycles() {
        slices().matching("org.nasworkbench.(**)")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(alwaysTrue(), belongToAnyOf(WORDS_OF_EVALUATION))
                .check(House.classes());
    }

    @Test
    void spacesAndTasksNeedTheJdkAlone() {
        classes()
                .that(resideInAnyPackage(House.packages(List.of("space", "task.."))))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "javax.imageio..", "org.nasworkbench.space", "org.nasworkbench.task.."))
                .check(House.classes());
    }

    private static Class<?>[] upwards(Arrow arrow) {
        return List.of("network", "latency").contains(arrow.from()) ? WORDS_OF_EVALUATION : new Class<?>[0];
    }
}
