package org.nasworkbench.experiment.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.work.MemoryNeed;

/** Says why a study does not fit into memory, and with which settings it would. */
final class MemoryRemedies {
    /** Of any task's input. */
    private static final int LEAST_HEIGHT = 32;

    private static final int LEAST_WIDTH = 48;

    private final MemoryPlan plan;
    private final Study study;
    private final int workers;
    private final int batch;
    private final double available;

    /** @param plan of a study that does not fit */
    MemoryRemedies(MemoryPlan plan, Study study, int workers) {
        this.plan = plan;
        this.study = study;
        this.workers = workers;
        batch = study.trained().training().batch();
        available = plan.available().orElseThrow();
    }

    String message() {
        List<Map.Entry<String, MemoryNeed>> largest = plan.largest(workers, batch);
        Map<String, Integer> counts = new LinkedHashMap<>();
        largest.forEach(entry -> counts.merge(described(entry), 1, Integer::sum));
        List<String> parts = counts.entrySet().stream()
                .map(entry -> entry.getValue() + " x " + entry.getKey())
                .toList();
        List<String> remedies = remedies(largest);
        return "the memory of " + workers + " workers together must be at most " + gibibytes(available)
                + ", which is free here, but was estimated as " + gibibytes(plan.together(workers, batch)) + ": "
                + String.join(", ", parts) + "; "
                + (remedies.isEmpty()
                        ? "no batch, input or number of workers alone makes it fit: give it a smaller space.width or space.blocks"
                        : "it would fit with " + String.join(", or ", remedies));
    }

    private List<String> remedies(List<Map.Entry<String, MemoryNeed>> largest) {
        List<String> remedies = new ArrayList<>();
        IntStream.range(1, batch)
                .filter(images -> plan.together(workers, images) <= available)
                .max()
                .ifPresent(images -> remedies.add("training.batch " + images + " in place of " + batch));
        input(largest).ifPresent(remedies::add);
        IntStream.range(1, workers)
                .filter(fewer -> plan.together(fewer, batch) <= available)
                .max()
                .ifPresent(fewer -> remedies.add("--workers " + fewer + " in place of " + workers));
        List<String> mixing = largest.stream()
                .filter(entry -> entry.getValue().paths() > 1)
                .map(Map.Entry::getKey)
                .distinct()
                .toList();
        if (!mixing.isEmpty() && onePathEach() <= available) {
            remedies.add("a method of one path, such as spos, in place of " + String.join(" and ", mixing));
        }
        return remedies;
    }

    /** What grows with a batch grows with the number of pixels too. */
    private Optional<String> input(List<Map.Entry<String, MemoryNeed>> largest) {
        double fixed = sum(largest, batch, 0);
        double share = (available - fixed) / (sum(largest, batch, 1) - fixed);
        int height = study.trained().task().height();
        int width = study.trained().task().width();
        int lower = (int) (height * Math.sqrt(Math.max(0, share)));
        int narrower = width * lower / height;
        return lower >= LEAST_HEIGHT && narrower >= LEAST_WIDTH
                ? Optional.of("task.input [%d, %d] in place of [%d, %d]".formatted(lower, narrower, height, width))
                : Optional.empty();
    }

    /** With one path in place of several, a supernet takes little more than its largest network alone. */
    private double onePathEach() {
        Map<String, MemoryNeed> own = new LinkedHashMap<>(plan.own());
        own.replaceAll((name, need) -> need.paths() > 1 ? plan.training() : need);
        return new MemoryPlan(plan.available(), plan.training(), own, plan.seeds()).together(workers, batch);
    }

    /** Bytes of work at once, with so large a share of what grows with the images. */
    static double sum(List<Map.Entry<String, MemoryNeed>> works, int batch, double share) {
        return works.stream()
                .map(Map.Entry::getValue)
                .mapToDouble(need -> need.fixedBytes() + share * (need.at(batch) - need.fixedBytes()))
                .sum();
    }

    private String described(Map.Entry<String, MemoryNeed> entry) {
        MemoryNeed need = entry.getValue();
        String paths = need.paths() == 1 ? "one path" : need.paths() + " paths";
        return entry.getKey() + " of " + gibibytes(need.at(batch)) + " (" + paths + " at once)";
    }

    static String gibibytes(double bytes) {
        return String.format(Locale.ROOT, "%.2f GiB", bytes / (1 << 30));
    }
}
