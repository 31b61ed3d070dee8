package org.nasworkbench.experiment.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.nasworkbench.experiment.study.InvalidStudyException;
import org.nasworkbench.latency.LatencyProtocol;
import org.nasworkbench.latency.LatencyTable;
import org.nasworkbench.latency.LatencyTableFile;
import org.nasworkbench.latency.NetworkTiming;
import org.nasworkbench.latency.PlatformChoice;
import org.nasworkbench.latency.SpaceMatch;
import org.nasworkbench.latency.Timing;
import org.nasworkbench.results.Comparison;
import org.nasworkbench.results.Design;
import org.nasworkbench.results.RankCorrelation;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.results.Sample;
import org.nasworkbench.results.StudyFronts;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.Network;
import org.nasworkbench.work.Seeds;

/**
 * Searches that went by different latencies, or by MACs, on one and the same axis: the networks that they trained are timed side by side on
 * one platform, and take these times in place of those that they were searched with. Each search is named {@code STRATEGY for PLATFORM}.
 */
public final class Retiming {
    private static final String FOR = " for ";

    private final ChainSpace space;
    private final Map<String, StudyResults> searches = new LinkedHashMap<>();

    /**
     * What came out.
     *
     * @param platform where the networks were timed, by name
     * @param runtime the same in words
     * @param projected whether times are calculated from a model of a device
     * @param timings by genotype
     * @param results of all searches as one study, with the new times
     */
    public record Result(
            String platform, String runtime, boolean projected, Map<String, Timing> timings, StudyResults results) {}

    /**
     * Reads the searches.
     *
     * @param space of all of them
     * @param runs folders of studies, each by another platform
     * @throws IllegalArgumentException if one is of another space or has other searches, or two are by one platform
     * @throws InvalidStudyException if one has no record, and this version cannot read its manifest's study
     */
    public Retiming(ChainSpace space, List<Path> runs) throws IOException, InvalidStudyException {
        this.space = space;
        for (Path run : runs) {
            RunFolder folder = new RunFolder(run);
            StudyResults results = RecordedRun.read(folder);
            LatencyTable table = LatencyTableFile.read(folder.latency());
            SpaceMatch.of(space, table, run.toString());
            String platform = PlatformChoice.of(table).platform();
            if (searches.put(platform, results) != null) {
                throw new IllegalArgumentException("runs must be of searches by different platforms, but " + run
                        + " and another are both by " + platform);
            }
            requireSameSearches(run, results);
        }
    }

    /** They are compared seed by seed. */
    private void requireSameSearches(Path run, StudyResults results) {
        List<RunKey> expected = keys(searches.values().iterator().next());
        if (!keys(results).equals(expected)) {
            throw new IllegalArgumentException("runs must be of the same strategies and seeds, but " + run + " has "
                    + keys(results) + " and the first " + expected);
        }
    }

    private static List<RunKey> keys(StudyResults results) {
        return results.runs().stream().map(StudyResults.Run::key).toList();
    }

    /** Times all networks with a score of a full training. */
    public Result on(PlatformChoice platform, LatencyProtocol protocol, PrintStream out) throws Exception {
        Set<String> genotypes = genotypes();
        List<Network> networks = genotypes.stream()
                .map(genotype -> space.network(space.parse(genotype)))
                .toList();
        NetworkTiming.Result timed = DeviceWork.perform(new NetworkTiming(networks, platform, protocol), out);
        Map<String, Timing> timings = new LinkedHashMap<>();
        for (String genotype : genotypes) {
            timings.put(genotype, timed.timings().get(timings.size()));
        }
        return result(platform.platform(), timed.runtime(), timed.projected(), timings);
    }

    /**
     * What an earlier retiming of these runs gave; nothing is timed.
     *
     * @throws IllegalArgumentException if it did not time all their networks on that platform
     */
    public Result earlier(String platform, RetimedNetworks earlier) {
        Map<String, Timing> timings = new LinkedHashMap<>();
        for (String genotype : genotypes()) {
            timings.put(genotype, earlier.timing(platform, genotype));
        }
        return result(platform, earlier.runtime(platform), earlier.projected(platform), timings);
    }

    private Set<String> genotypes() {
        Set<String> genotypes = new LinkedHashSet<>();
        searches.values().forEach(search -> search.fullTrials().stream()
                .filter(trial -> trial.score().isPresent())
                .forEach(trial -> genotypes.add(trial.genotype())));
        return genotypes;
    }

    /** What a network may take on a platform: the target of the search by it; empty where there is none. */
    public OptionalDouble limitMillis(String platform) {
        StudyResults search = searches.get(platform);
        return search == null ? OptionalDouble.empty() : OptionalDouble.of(search.targetMillis());
    }

    /** The platforms that were searched by. */
    public List<String> platforms() {
        return List.copyOf(searches.keySet());
    }

    /** The new times of the networks that the searches by a platform chose, one for each run. */
    public double[] chosenMillis(String searchedFor, Result result) {
        return searches.get(searchedFor).runs().stream()
                .filter(run -> run.searches() && result.timings().containsKey(run.chosen()))
                .mapToDouble(run -> result.timings().get(run.chosen()).millis())
                .toArray();
    }

    /** How MACs rank the networks against the new times; empty where either is the same for all. */
    public Optional<RankCorrelation> macs(Result result) {
        double[] macs = result.timings().keySet().stream()
                .mapToDouble(genotype -> space.network(space.parse(genotype)).macs())
                .toArray();
        double[] millis =
                result.timings().values().stream().mapToDouble(Timing::millis).toArray();
        return RankCorrelation.told(macs, millis);
    }

    /**
     * Each strategy by one platform against the same strategy by another, seed by seed, in the area that its runs' fronts dominate on the
     * new times.
     */
    public static List<Comparison> hypervolumes(Result result) {
        StudyFronts fronts = StudyFronts.of(result.results()).orElseThrow();
        Map<String, Map<String, Sample>> byStrategy = new LinkedHashMap<>();
        result.results().runs().stream()
                .filter(StudyResults.Run::searches)
                .map(StudyResults.Run::strategy)
                .distinct()
                .filter(fronts.byStrategy()::containsKey)
                .forEach(search -> byStrategy
                        .computeIfAbsent(search.substring(0, search.lastIndexOf(FOR)), name -> new LinkedHashMap<>())
                        .put(search, fronts.hypervolumes(search)));
        return byStrategy.values().stream()
                .flatMap(samples ->
                        Comparison.between("hypervolume", samples, Design.PAIRED, Seeds.random(1, "hypervolume"))
                                .stream())
                .toList();
    }

    private Result result(String platform, String runtime, boolean projected, Map<String, Timing> timings) {
        StudyResults first = searches.values().iterator().next();
        Map<String, String> facts = new LinkedHashMap<>(first.facts());
        facts.put("platform", platform + " (" + runtime + ")");
        facts.put("latency times", projected ? "projected" : "measured");
        facts.put("latency of networks", "measured");
        List<StudyResults.Run> runs = new ArrayList<>();
        List<StudyResults.TrialRow> trials = new ArrayList<>();
        for (Map.Entry<String, StudyResults> entry : searches.entrySet()) {
            StudyResults search = entry.getValue();
            String suffix = FOR + entry.getKey();
            search.runs().forEach(run -> runs.add(run.as(run.strategy() + suffix, millis(timings, run.chosen()))));
            search.fullTrials()
                    .forEach(trial ->
                            trials.add(trial.as(trial.strategy() + suffix, millis(timings, trial.genotype()))));
        }
        String name =
                searches.values().stream().map(StudyResults::name).distinct().collect(Collectors.joining(", "));
        StudyResults together = new StudyResults(
                name + " on " + platform,
                facts,
                limitMillis(platform).orElse(Double.POSITIVE_INFINITY),
                first.projection(),
                runs,
                trials,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Result(platform, runtime, projected, timings, together);
    }

    private static OptionalDouble millis(Map<String, Timing> timings, String genotype) {
        Timing timing = timings.get(genotype);
        return timing == null ? OptionalDouble.empty() : OptionalDouble.of(timing.millis());
    }
}
