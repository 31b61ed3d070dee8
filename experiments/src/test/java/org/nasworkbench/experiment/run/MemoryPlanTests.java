package org.nasworkbench.experiment.run;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.StudyReader;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.Strategies;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.work.CostCategory;
import org.nasworkbench.work.MemoryNeed;
import org.nasworkbench.work.SystemMemory;
import org.nasworkbench.work.Work;
import org.nasworkbench.work.Workplace;

class MemoryPlanTests {
    private static final int BATCH = 8;
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    private static final long MIB = 1 << 20;

    private static Study study() throws Exception {
        return StudyReader.parse("""
                name: memory
                space: {name: squeezenas-small, width: 0.5, blocks: 1}
                task: {name: street-scenes, input: [96, 128], train: 16, validation: 2, test: 2, seed: 1}
                objective: {target-ms: 1.0}
                training: {epochs: 1, batch: 8, learning-rate: 0.01}
                budget: {trials: 2}
                strategies: [{type: squeezenas, epochs: 1, warmup-epochs: 0}, {type: proxylessnas, epochs: 1, warmup-epochs: 0}, {type: spos, epochs: 3}]
                seeds: [1, 2]
                """, "memory.yaml", Path.of("."), List.of());
    }

    /** Also held against what the trainings themselves take, the data and all that lies around between steps included. */
    @Test
    @Tag("slow")
    @Timeout(600)
    @EnabledOnOs(OS.LINUX)
    void aMixtureTakesMoreThanTwoPathsTwoMoreThanOneAndEachWhatWasEstimated() throws Exception {
        Study study = study();
        Ground ground = GroundWork.unmeasured(study);
        MemoryPlan plan = MemoryPlan.measure(ground, study.strategies(), 2, NOWHERE);
        List<MemoryNeed> needs = List.of("squeezenas", "proxylessnas", "spos").stream()
                .map(plan.own()::get)
                .toList();
        assertEquals(List.of(13, 2, 1), needs.stream().map(MemoryNeed::paths).toList());
        for (int i = 1; i < needs.size(); i++) {
            assertTrue(needs.get(i - 1).at(BATCH) > needs.get(i).at(BATCH), needs::toString);
        }
        assertTrue(needs.get(0).bytesPerImage() > 2 * needs.get(2).bytesPerImage(), needs::toString);
        assertTrue(plan.training().at(BATCH) < needs.get(0).at(BATCH), plan::toString);
        for (StrategySpec spec : study.strategies()) {
            if (plan.own().containsKey(spec.name())) {
                StrategyProvider provider = Strategies.provider(spec.type());
                Work<?> training = provider.plan(ground, new Settings(provider.settings(), spec.settings()))
                        .heavyWork()
                        .get(0);
                double real = DeviceWork.perform(new Whole(training), NOWHERE);
                double estimated = plan.own().get(spec.name()).at(BATCH);
                assertTrue(
                        real < 1.1 * estimated && real > 0.7 * estimated,
                        () -> spec.name() + " took " + real / MIB + " MiB of " + estimated / MIB);
            }
        }
    }

    /** The peak of a worker that does all of some work, bytes. */
    record Whole(Work<?> work) implements Work<Long> {
        @Override
        public Long perform(Workplace workplace) {
            return SystemMemory.here()
                    .peak(() -> {
                        try {
                            work.perform(workplace);
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .orElseThrow();
        }

        @Override
        public CostCategory category() {
            return CostCategory.ENGINE;
        }

        @Override
        public String title() {
            return work.title();
        }
    }

    @Test
    void whatFitsIsNotRefused() throws Exception {
        assertDoesNotThrow(() -> plan(100_000, 500, 100).require(study(), 2));
    }

    /** Each remedy is held against the rule: it fits, and a little less of a remedy does not. */
    @Test
    void aRefusalSaysTheRuleTheNumbersAndSettingsThatFit() throws Exception {
        Study study = study();
        SplittableRandom random = new SplittableRandom(1);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            MemoryPlan plan = plan(random.nextInt(300, 6000), random.nextInt(10, 800), random.nextInt(5, 100));
            double available = plan.available().orElseThrow();
            if (plan.together(3, BATCH) <= available) {
                continue;
            }
            refused++;
            String message = assertThrows(IllegalArgumentException.class, () -> plan.require(study, 3))
                    .getMessage();
            assertTrue(message.startsWith("the memory of 3 workers together must be at most "), message);
            assertTrue(message.contains(MemoryRemedies.gibibytes(plan.together(3, BATCH))), message);
            int batch = number(message, "training.batch (\\d+) in place of 8");
            assertTrue(batch == 0 || plan.together(3, batch) <= available, message);
            assertTrue(plan.together(3, batch + 1) > available, message);
            int workers = number(message, "--workers (\\d+) in place of 3");
            assertTrue(workers == 0 || plan.together(workers, BATCH) <= available, message);
            assertTrue(plan.together(workers + 1, BATCH) > available, message);
            int height = number(message, "task.input \\[(\\d+), \\d+\\] in place of \\[96, 128\\]");
            double share = Math.pow(height / 96.0, 2);
            assertTrue(height == 0 || MemoryRemedies.sum(plan.largest(3, BATCH), BATCH, share) <= available, message);
            assertTrue(message.contains("it would fit") != message.contains("no batch, input"), message);
        }
        assertTrue(refused > 50, refused + " refused");
    }

    @Test
    void aMethodOfOnePathIsNamedWhereItWouldFitAndTheMixtureDoesNot() throws Exception {
        MemoryPlan mixture = plan(1300, 150, 40);
        String message = assertThrows(IllegalArgumentException.class, () -> mixture.require(study(), 2))
                .getMessage();
        assertTrue(message.contains("2 x squeezenas of 1.37 GiB (13 paths at once)"), message);
        assertTrue(message.endsWith("a method of one path, such as spos, in place of squeezenas"), message);
        String hopeless = assertThrows(IllegalArgumentException.class, () -> plan(100, 150, 140)
                        .require(study(), 2))
                .getMessage();
        assertFalse(hopeless.contains("spos"), hopeless);
    }

    @Test
    void whereNothingIsKnownNothingIsRefusedOrSaid() throws Exception {
        MemoryPlan plan = new MemoryPlan(OptionalLong.empty(), MemoryNeed.UNKNOWN, Map.of(), 1);
        assertDoesNotThrow(() -> plan.require(study(), 100));
        assertTrue(plan.summary(2, BATCH).isEmpty());
    }

    /** Two seeds of a mixture, in mebibytes: 200 and so much an image; a training takes 200 and so much. */
    private static MemoryPlan plan(int available, int mixture, int training) {
        Map<String, MemoryNeed> own = new LinkedHashMap<>();
        own.put("squeezenas", new MemoryNeed(13, 100, 200.0 * MIB, (double) mixture * MIB));
        return new MemoryPlan(
                OptionalLong.of(available * MIB), new MemoryNeed(1, 100, 200.0 * MIB, (double) training * MIB), own, 2);
    }

    private static int number(String message, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(message);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
