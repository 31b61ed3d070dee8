package org.nasworkbench;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.internal.NDArrayEx;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nasworkbench.figures.Figure;
import org.nasworkbench.latency.LatencyEvaluator;
import org.nasworkbench.latency.Platform;
import org.nasworkbench.latency.PlatformProvider;
import org.nasworkbench.latency.SecondOfDjl;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.task.SegmentationTask;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;
import org.nd4j.linalg.factory.Nd4j;
import tech.tablesaw.io.DataFrameReader;

/** The house style as far as a program can see it. */
class HouseRulesTests {
    /** The only classes that ask for the time: they measure it, charge it, or write down when something was. */
    private static final Set<String> CLOCKS = Set.of(
            "org.nasworkbench.evaluation.StandaloneTraining",
            "org.nasworkbench.network.WeightTraining",
            "org.nasworkbench.strategy.supernet.StepTimes",
            "org.nasworkbench.latency.LatencyBuild",
            "org.nasworkbench.latency.NetworkTiming",
            "org.nasworkbench.latency.LatencyExamination",
            "org.nasworkbench.experiment.run.ExecutorBenchmark",
            "org.nasworkbench.experiment.worker.CommandWorker",
            "org.nasworkbench.experiment.worker.Evaluation",
            "org.nasworkbench.experiment.worker.SessionClock",
            "org.nasworkbench.experiment.worker.WorkerSlot",
            "org.nasworkbench.experiment.run.FidelityCheck",
            "org.nasworkbench.experiment.run.FinalTrainings",
            "org.nasworkbench.experiment.run.Graft",
            "org.nasworkbench.experiment.run.LearnedTable",
            "org.nasworkbench.experiment.run.Manifest",
            "org.nasworkbench.experiment.run.RunProgress",
            "org.nasworkbench.experiment.run.StudyFactSheet",
            "org.nasworkbench.experiment.run.StoredLog",
            "org.nasworkbench.experiment.run.GroupedLog",
            "org.nasworkbench.experiment.run.GrowthBenchmark",
            "org.nasworkbench.experiment.run.RunCount",
            "org.nasworkbench.experiment.run.TablePlanner",
            "org.nasworkbench.experiment.run.TableStudy",
            "org.nasworkbench.experiment.run.ThreadDevices",
            "org.nasworkbench.experiment.run.TrainedAnswers",
            "org.nasworkbench.experiment.run.TrainedStudy",
            "org.nasworkbench.experiment.run.TrainingBenchmark",
            "org.nasworkbench.experiment.run.EngineBenchmark",
            "org.nasworkbench.experiment.cli.DoctorCommand",
            "org.nasworkbench.experiment.cli.ExportCommand");

    private static final DescribedPredicate<JavaAccess<?>> TIME = House.use(
                    System.class, "nanoTime", "currentTimeMillis")
            .or(House.use(Instant.class, "now"))
            .or(House.use(LocalDate.class, "now"))
            .or(House.use(LocalDateTime.class, "now"))
            .or(House.use(ZonedDateTime.class, "now"))
            .or(House.useOf(
                    "Clock.system...", Clock.class, access -> access.getName().startsWith("system")))
            .or(House.useOf("new Date()", Date.class, access -> isNew(access) && House.takes(access)));

    private static final Set<String> SCALED = Set.of(
            "mul", "muli", "div", "divi", "pow", "powi", "mod", "modi", "rdiv", "rdivi", "rpow", "rpowi", "rmod",
            "rmodi");

    static List<ArchRule> rules() {
        return List.of(
                only("ai.djl..", "network", "latency", "strategy.supernet"),
                noClasses()
                        .that(resideInAnyPackage("org.nasworkbench.latency")
                                .and(not(House.named(Set.of("org.nasworkbench.latency.DjlPlatform")))))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("ai.djl.."))
                        .because("a platform is one class"),
                noClasses()
                        .that(not(House.named(Set.of("org.nasworkbench.latency.OnnxRuntimePlatform"))))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("ai.onnxruntime.."))
                        .because("a platform is one class"),
                only("ai.onnx.proto..", "onnx"),
                only("com.google.protobuf..", "onnx"),
                only("de.siegmar..", "table", "latency.roofline"),
                only("io.jenetics..", "strategy.evolution"),
                only("org.deeplearning4j..", "strategy.rl"),
                only("org.nd4j..", "strategy.rl"),
                only("org.datavec..", "strategy.rl"),
                only("tech.tablesaw..", "results"),
                only("java.sql..", "results"),
                only("org.sqlite..", "results"),
                only("org.apache.commons..", "results"),
                only("org.jfree..", "figures"),
                only("org.apache.batik..", "figures"),
                only("org.apache.pdfbox..", "figures"),
                only("org.apache.fontbox..", "figures"),
                only("de.rototor..", "figures"),
                only("picocli..", "experiment.cli"),
                only("com.networknt..", "experiment.study"),
                only("org.snakeyaml..", "experiment.study"),
                only(
                        "com.fasterxml..",
                        "experiment.study",
                        "experiment.worker",
                        "experiment.run",
                        "figures.report",
                        "results"),
                noClasses()
                        .that(not(House.named(Set.of("org.nasworkbench.network.Updater"))))
                        .should()
                        .accessTargetWhere(
                                scaled(NDArray.class).or(scaled(NDArrays.class)).or(scaled(NDArrayEx.class)))
                        .because(
                                "inside a graph the number's memory is gone before the backward pass, and the gradient is"
                                        + " silently wrong; the updater runs outside graphs"),
                noClasses()
                        .should()
                        .beAssignableTo("ai.djl.nn.Block")
                        .orShould()
                        .dependOnClassesThat(
                                resideInAnyPackage("ai.djl.training.loss..", "ai.djl.training.optimizer.."))
                        .orShould()
                        .dependOnClassesThat(
                                assignableTo("ai.djl.training.Trainer").or(assignableTo("ai.djl.Model")))
                        .because("they are slow, leak, hide state or scale by numbers inside graphs"),
                noClasses()
                        .should()
                        .accessTargetWhere(
                                drawn(NDManager.class).or(drawn(NDArray.class)).or(drawn(Engine.class)))
                        .because("the engine's own generator can be neither named nor resumed"),
                noClasses()
                        .should()
                        .accessTargetWhere(House.useOf("Nd4j's own randomness", Nd4j.class, access -> access.getName()
                                .matches("getRandom.*|rand.*|choice|shuffle")))
                        .because("it is another generator in each thread, and seed 0 means the clock"),
                noClasses()
                        .that(not(House.named(Set.of("org.nasworkbench.strategy.rl.ControllerGraph"))))
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching("org\\.deeplearning4j\\.nn\\.conf\\.NeuralNetConfiguration(\\$.*)?")
                        .because("one place sees to it that the seed is not 0"),
                noClasses()
                        .should()
                        .dependOnClassesThat(resideInAnyPackage("org.deeplearning4j.rl4j.learning.async.."))
                        .because("a worker's exception there leaves the training waiting for ever"),
                noClasses()
                        .should()
                        .accessTargetWhere(House.use(DataFrameReader.class, "db"))
                        .because("it reads a whole result into columns of guessed types"),
                noClasses()
                        .that(not(House.named(CLOCKS)))
                        .should()
                        .accessTargetWhere(TIME)
                        .because("there is no clock in logic"),
                noClasses()
                        .should()
                        .accessTargetWhere(House.use(Math.class, "random")
                                .or(House.use(ThreadLocalRandom.class, "current"))
                                .or(House.use(UUID.class, "randomUUID"))
                                .or(House.use(RandomGenerator.class, "getDefault", "of"))
                                .or(unseeded(Random.class))
                                .or(unseeded(SplittableRandom.class))
                                .or(House.useOf(
                                        "Collections.shuffle(list)",
                                        Collections.class,
                                        access ->
                                                access.getName().equals("shuffle") && House.takes(access, List.class))))
                        .because("all randomness comes from a run's one seed"),
                noClasses()
                        .that(not(House.named(Set.of("org.nasworkbench.experiment.cli.Nas"))))
                        .should()
                        .accessTargetWhere(House.use(Throwable.class, "printStackTrace"))
                        .because("errors state the rule, the value and the place"),
                noClasses()
                        .that(resideOutsideOfPackages(
                                "org.nasworkbench.experiment.cli", "org.nasworkbench.experiment.worker"))
                        .should()
                        .accessTargetWhere(House.use(System.class, "out", "err", "exit"))
                        .because("only the command line speaks to people, and a worker to its parent"),
                noClasses()
                        .should()
                        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl|Misc|V[0-9])")
                        .because("a class is named for its idea"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theHouseKeeps(ArchRule rule) {
        rule.check(House.classes());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachRuleCanFail(ArchRule rule) {
        JavaClasses offences = new ClassFileImporter()
                .importClasses(HouseOffences.class, HouseOffences.OffenceUtils.class, SecondOfDjl.class);
        assertTrue(rule.allowEmptyShould(true).evaluate(offences).hasViolation());
    }

    @Test
    void theRulesLookAtTheWholeHouse() {
        assertTrue(House.classes().size() > 250, () -> "only " + House.classes().size() + " classes were looked at");
        assertTrue(House.classes().stream().noneMatch(type -> type.getName().endsWith("Tests")));
    }

    @Test
    void everyClassOnTheListOfClocksHasOne() {
        assertEquals(
                new TreeSet<>(CLOCKS),
                House.classes().stream()
                        .filter(type -> type.getAccessesFromSelf().stream().anyMatch(TIME))
                        .map(House::outermost)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void seamsAreNarrow() {
        assertEquals(1, asked(SearchStrategy.class));
        for (Class<?> seam : List.of(
                StrategyProvider.class,
                Platform.class,
                Platform.Runner.class,
                PlatformProvider.class,
                LatencyEvaluator.class,
                Work.class,
                Workplace.class,
                SearchSpace.class)) {
            assertTrue(asked(seam) <= 4, () -> seam + " asks for " + asked(seam) + " methods");
        }
        assertEquals(5, asked(Figure.class));
        assertTrue(SegmentationTask.class.isSealed(), "tasks come from folders, not from classes of others");
    }

    /** How many methods somebody must write. */
    private static long asked(Class<?> seam) {
        return Arrays.stream(seam.getMethods())
                .map(Method::getModifiers)
                .filter(Modifier::isAbstract)
                .count();
    }

    private static ArchRule only(String library, String... packages) {
        return noClasses()
                .that(resideOutsideOfPackages(House.packages(List.of(packages))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library))
                .because("its place is " + String.join(", ", packages));
    }

    private static DescribedPredicate<JavaAccess<?>> scaled(Class<?> owner) {
        return House.useOf(
                owner.getSimpleName() + ".mul, div, pow, mod with a Number",
                owner,
                access -> SCALED.contains(access.getName()) && House.takesSome(access, Number.class));
    }

    private static DescribedPredicate<JavaAccess<?>> drawn(Class<?> owner) {
        return House.useOf("randomness of " + owner.getSimpleName(), owner, access -> access.getName()
                .matches("random.*|truncatedNormal|sample.*|setRandomSeed"));
    }

    private static DescribedPredicate<JavaAccess<?>> unseeded(Class<?> generator) {
        return House.useOf(
                "new " + generator.getSimpleName() + "()",
                generator,
                access -> isNew(access)
                        && House.takes(access)
                        && access.getTargetOwner().isEquivalentTo(generator));
    }

    private static boolean isNew(JavaAccess<?> access) {
        return access.getName().equals(JavaConstructor.CONSTRUCTOR_NAME);
    }
}
