package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nasworkbench.space.Nearest;

/**
 * Everything that tables, figures and the report are made of, as plain rows.
 *
 * @param name the study's name
 * @param facts text about the study by name: {@code task}, {@code space}, {@code platform}, {@code machine}, ...
 * @param targetMillis the latency target; infinite where the study has none
 * @param projection the assumptions that turn counts into the article's scale
 * @param runs one row per strategy and seed, in the study's order
 * @param trials all trials by run and number
 * @param charges the ledger, summed by run and category
 * @param sessions the processes that worked on the study
 * @param finals final trainings
 * @param traces search health
 * @param fidelity what networks score by shared weights and stand-alone
 */
public record StudyResults(
        String name,
        Map<String, String> facts,
        double targetMillis,
        Projection projection,
        List<Run> runs,
        List<TrialRow> trials,
        List<Charge> charges,
        List<Session> sessions,
        List<Final> finals,
        List<Trace> traces,
        List<FidelityRow> fidelity) {
    /** The fact that says, in a sentence, from which run a study was forked. */
    public static final String FORKED = "forked from";

    /** The fact that says how many trials each of its runs took over, which are credit: number, seed and strategy, a line a run. */
    public static final String TAKEN_OVER = "forked_taken";

    public StudyResults {
        facts = Map.copyOf(facts);
        runs = List.copyOf(runs);
        trials = List.copyOf(trials);
        charges = List.copyOf(charges);
        sessions = List.copyOf(sessions);
        finals = List.copyOf(finals);
        traces = List.copyOf(traces);
        fidelity = List.copyOf(fidelity);
    }

    /** How many epochs a full training has: the study's own word, or the longest training of a record that does not say. */
    public int fullEpochs() {
        return fullEpochs(facts, trials.stream().mapToInt(TrialRow::epochs));
    }

    /** How many trials each run took over from another one, by the facts; no entry for runs that were not forked. */
    public static Map<RunKey, Integer> takenOver(Map<String, String> facts) {
        Map<RunKey, Integer> taken = new LinkedHashMap<>();
        facts.getOrDefault(TAKEN_OVER, "").lines().forEach(line -> {
            String[] words = line.split(" ", 3);
            taken.put(new RunKey(words[2], Long.parseLong(words[1])), Integer.parseInt(words[0]));
        });
        return taken;
    }

    static int fullEpochs(Map<String, String> facts, IntStream recorded) {
        String stated = facts.get(StudyFacts.FULL_EPOCHS);
        return stated == null ? recorded.max().orElse(1) : (int) Double.parseDouble(stated);
    }

    /** The trials of full length: their scores compare with one another, those of shorter trainings with none of them. */
    public List<TrialRow> fullTrials() {
        int full = fullEpochs();
        return trials.stream().filter(trial -> trial.epochs() >= full).toList();
    }

    /** Whether trainings were read from a table that records their time. */
    public boolean simulated() {
        return runs.stream().anyMatch(run -> run.simulatedSeconds() > 0)
                || trials.stream().anyMatch(trial -> trial.simulatedSeconds() > 0);
    }

    /** Whether latencies are calculated from a model of a device, not measured. */
    public boolean projectsLatency() {
        return "projected".equals(facts.get("latency times"));
    }

    /**
     * What its latencies are: {@code projected} from a model of a device, {@code measured} on whole networks (the fact {@code latency of
     * networks}), or else {@code predicted} from measured blocks.
     */
    public String latencyKind() {
        return projectsLatency() ? "projected" : facts.getOrDefault("latency of networks", "predicted");
    }

    /** The trials of each run that has any, by number. */
    public Map<RunKey, List<TrialRow>> trialsByRun() {
        Map<RunKey, List<TrialRow>> byRun = new LinkedHashMap<>();
        trials.stream().sorted(Comparator.comparingInt(TrialRow::number)).forEach(trial -> byRun.computeIfAbsent(
                        new RunKey(trial.strategy(), trial.seed()), run -> new ArrayList<>())
                .add(trial));
        return byRun;
    }

    /**
     * Some of the strategies alone, beside what belongs to the study as a whole.
     *
     * @throws IllegalArgumentException if one of them has no run
     */
    public StudyResults only(Collection<String> strategies) {
        Set<String> known = runs.stream().map(Run::strategy).collect(Collectors.toCollection(LinkedHashSet::new));
        strategies.stream()
                .filter(strategy -> !known.contains(strategy))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException(
                            "a strategy of " + name + " must be one of " + known + ", but was '" + unknown
                                    + "'; did you mean '" + Nearest.word(unknown, List.copyOf(known)) + "'?");
                });
        return new StudyResults(
                name,
                facts,
                targetMillis,
                projection,
                runs.stream().filter(run -> strategies.contains(run.strategy())).toList(),
                trials.stream()
                        .filter(trial -> strategies.contains(trial.strategy()))
                        .toList(),
                charges.stream()
                        .filter(charge -> charge.strategy().isEmpty() || strategies.contains(charge.strategy()))
                        .toList(),
                sessions,
                finals.stream()
                        .filter(trained -> strategies.contains(trained.strategy()))
                        .toList(),
                traces.stream()
                        .filter(trace -> strategies.contains(trace.strategy()))
                        .toList(),
                fidelity.stream()
                        .filter(row -> strategies.contains(row.run().strategy()))
                        .toList());
    }

    /**
     * One strategy with one seed. Numbers that a failed or unfinished run lacks are empty.
     *
     * @param evaluations trials
     * @param distinct different canonical forms among them
     * @param trainings that it paid for, failed ones included, in trainings of full length
     * @param chosen genotype, or empty text
     * @param searchScore of the chosen network; empty where that was trained for less than the full length
     * @param finalMetrics further numbers of the chosen network by name, means over final trainings
     * @param deviceSeconds what the search cost: trainings, validation, shared weights, failures; without final training
     * @param creditSeconds what repeats would have cost
     */
    public record Run(
            String strategy,
            String type,
            long seed,
            String status,
            int evaluations,
            int distinct,
            double trainings,
            String chosen,
            OptionalDouble searchScore,
            OptionalDouble finalScore,
            Map<String, Double> finalMetrics,
            OptionalDouble latencyMillis,
            double deviceSeconds,
            double creditSeconds,
            double simulatedSeconds,
            double finalDeviceSeconds) {
        public Run {
            finalMetrics = new TreeMap<>(finalMetrics);
        }

        /** Whether it chose by what it saw; random sampling does not, and is the level that searches are measured by. */
        public boolean searches() {
            return !type.equals("random-sampling");
        }

        /** Its name. */
        public RunKey key() {
            return new RunKey(strategy, seed);
        }

        /** This under another name and with another latency. */
        public Run as(String name, OptionalDouble millis) {
            return new Run(
                    name,
                    type,
                    seed,
                    status,
                    evaluations,
                    distinct,
                    trainings,
                    chosen,
                    searchScore,
                    finalScore,
                    finalMetrics,
                    millis,
                    deviceSeconds,
                    creditSeconds,
                    simulatedSeconds,
                    finalDeviceSeconds);
        }
    }

    /**
     * One trial.
     *
     * @param spentDeviceSeconds device time that its run had spent when it was finished, in the order of trial numbers, shared
     *     weights included
     * @param simulatedEndSeconds when it was finished on the simulated clock of its run, by a table's record
     * @param inFront whether it is on its run's front, of trainings of full length
     */
    public record TrialRow(
            String strategy,
            long seed,
            int number,
            String genotype,
            int epochs,
            String status,
            OptionalDouble score,
            OptionalDouble value,
            OptionalDouble latencyMillis,
            double deviceSeconds,
            double creditSeconds,
            double simulatedSeconds,
            boolean cached,
            double spentDeviceSeconds,
            double simulatedEndSeconds,
            boolean inFront,
            boolean chosen,
            String failure) {
        /** This of a run with another name, and with another latency. */
        public TrialRow as(String name, OptionalDouble millis) {
            return new TrialRow(
                    name,
                    seed,
                    number,
                    genotype,
                    epochs,
                    status,
                    score,
                    value,
                    millis,
                    deviceSeconds,
                    creditSeconds,
                    simulatedSeconds,
                    cached,
                    spentDeviceSeconds,
                    simulatedEndSeconds,
                    inFront,
                    chosen,
                    failure);
        }
    }

    /** Ledger seconds of one run (strategy empty: of the study as a whole) in one category; for those that failed, why. */
    public record Charge(String strategy, long seed, String category, String why, double deviceSeconds) {
        public Charge(String strategy, long seed, String category, double deviceSeconds) {
            this(strategy, seed, category, "", deviceSeconds);
        }
    }

    /** One process. */
    public record Session(int number, int devices, long startedMillis, long lastSeenMillis, boolean ended) {
        /** Devices x wall-clock. */
        public double deviceSeconds() {
            return devices * (lastSeenMillis - startedMillis) / 1e3;
        }
    }

    /**
     * What a chosen network is worth.
     *
     * @param inherited whether its training started from weights that the run's networks share, not from scratch
     * @param testOpenedMillis when the test split was opened, epoch milliseconds; 0 where a table answered
     */
    public record Final(
            String strategy,
            long seed,
            long finalSeed,
            String genotype,
            boolean inherited,
            String status,
            OptionalDouble score,
            Map<String, Double> metrics,
            double deviceSeconds,
            long testOpenedMillis) {
        public Final {
            metrics = new TreeMap<>(metrics);
        }
    }

    /**
     * A network scored by a run's shared weights.
     *
     * @param epoch after so many epochs of the shared weights
     * @param recalibrated whether batch norms took their statistics anew for it
     * @param standAloneScore after a training of its own; empty where that failed
     */
    public record FidelityRow(
            RunKey run,
            int epoch,
            boolean recalibrated,
            String genotype,
            double latencyMillis,
            double sharedScore,
            OptionalDouble standAloneScore) {}

    /** One number of a series. */
    public record Trace(String strategy, long seed, String series, int step, double value) {}
}
