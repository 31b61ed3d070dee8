package org.nasworkbench.strategy;

import io.jenetics.util.RandomRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nasworkbench.evaluation.Cost;
import org.nasworkbench.evaluation.Outcome;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.Architecture;

/** Random searches, one honest, the others each with one thing wrong. */
final class CheatingStrategies {
    private CheatingStrategies() {}

    static SearchResult honest(Laboratory lab) throws InterruptedException {
        return SearchResult.best(trials(lab, lab.random("honest")));
    }

    static SearchResult drawsFromMathRandom(Laboratory lab) throws InterruptedException {
        return SearchResult.best(trials(lab, new Random(Double.hashCode(Math.random()))));
    }

    static SearchResult drawsFromItsOwnGenerator(Laboratory lab) throws InterruptedException {
        return SearchResult.best(trials(lab, new Random(42)));
    }

    static SearchResult drawsFromALibrarysGenerator(Laboratory lab) throws InterruptedException {
        return SearchResult.best(trials(lab, RandomRegistry.random()));
    }

    static SearchResult looksAtTheClock(Laboratory lab) throws InterruptedException {
        Trial first = lab.evaluate(List.of(sample(lab))).get(0);
        return SearchResult.best(trials(lab, lab.random("after " + first.cost().deviceSeconds() + " s")));
    }

    static SearchStrategy countsItsSearches() {
        int[] searches = {0};
        return lab -> SearchResult.best(trials(lab, lab.random("search " + searches[0]++)));
    }

    static SearchStrategy keepsItsGeneratorInAField() {
        RandomGenerator[] field = new RandomGenerator[1];
        return lab -> {
            field[0] = lab.random("kept");
            return SearchResult.best(trials(lab, () -> field[0].nextLong()));
        };
    }

    static SearchResult isDeafToInterruptions(Laboratory lab) {
        List<Trial> trials = new ArrayList<>();
        RandomGenerator random = lab.random("deaf");
        while (!lab.exhausted()) {
            try {
                trials.addAll(lab.evaluate(List.of(lab.ground().space().sample(random))));
            } catch (InterruptedException e) {
                continue;
            }
        }
        return SearchResult.best(trials);
    }

    static SearchResult spendsMore(Laboratory lab) throws InterruptedException {
        SearchResult result = honest(lab);
        try {
            lab.evaluate(List.of(sample(lab)));
        } catch (IllegalStateException e) {
            return result;
        }
        return result;
    }

    static SearchResult stopsEarly(Laboratory lab) throws InterruptedException {
        return SearchResult.best(lab.evaluate(List.of(sample(lab))));
    }

    static SearchResult leavesTheSpace(Laboratory lab) throws InterruptedException {
        return SearchResult.best(lab.evaluate(List.of(sample(lab).with(0, 1000))));
    }

    static SearchResult choosesTheWorst(Laboratory lab) throws InterruptedException {
        return choosing(lab, trials -> trials.stream()
                .min(Comparator.comparingDouble(trial -> trial.value().orElse(1)))
                .orElseThrow());
    }

    static SearchResult choosesWhatItNeverEvaluated(Laboratory lab) throws InterruptedException {
        return choosing(lab, trials -> {
            Trial last = trials.get(trials.size() - 1);
            return new Trial(
                    trials.size(),
                    last.architecture(),
                    last.genotype(),
                    last.epochs(),
                    new Outcome.Scored(1, Map.of()),
                    Optional.of(new Latency(0.1)),
                    OptionalDouble.of(1),
                    Cost.NONE,
                    false,
                    0);
        });
    }

    static SearchResult trustsShortTrainings(Laboratory lab) throws InterruptedException {
        RandomGenerator random = lab.random("short");
        List<Trial> trials = new ArrayList<>();
        while (!lab.exhausted()) {
            List<Architecture> batch = List.of(lab.ground().space().sample(random));
            trials.addAll(lab.evaluate(
                    batch,
                    trials.size() % 2 == 0 ? 1 : lab.ground().evaluation().fullEpochs()));
        }
        return SearchResult.best(trials);
    }

    static SearchResult claimsMore(Laboratory lab) throws InterruptedException {
        SearchResult result = honest(lab);
        return new SearchResult(result.chosen(), result.front(), result.searchScore() + 0.1);
    }

    static SearchResult forgetsTheFront(Laboratory lab) throws InterruptedException {
        SearchResult result = honest(lab);
        return new SearchResult(result.chosen(), result.chosen().stream().toList(), result.searchScore());
    }

    static SearchResult takesAllForTheFront(Laboratory lab) throws InterruptedException {
        List<Trial> trials = trials(lab, lab.random("all"));
        SearchResult result = SearchResult.best(trials);
        return new SearchResult(result.chosen(), trials, result.searchScore());
    }

    static SearchResult takesAnAnswerForGranted(Laboratory lab) throws InterruptedException {
        RandomGenerator random = lab.random("granted");
        List<Trial> trials = new ArrayList<>();
        while (!lab.exhausted()) {
            trials.add(
                    lab.evaluate(List.of(lab.ground().space().sample(random))).get(0));
        }
        return SearchResult.best(trials);
    }

    static SearchResult trustsEveryTraining(Laboratory lab) throws InterruptedException {
        List<Trial> trials = trials(lab, lab.random("trust"));
        trials.forEach(trial -> trial.value().orElseThrow());
        return SearchResult.best(trials);
    }

    static SearchResult alwaysChooses(Laboratory lab) throws InterruptedException {
        List<Trial> trials = trials(lab, lab.random("always"));
        SearchResult result = SearchResult.best(trials);
        return new SearchResult(
                result.chosen().or(() -> Optional.of(trials.get(0))), result.front(), result.searchScore());
    }

    static SearchResult makesItsFavouriteFast(Laboratory lab) throws InterruptedException {
        ((AdditiveLatency) lab.ground().latency().orElseThrow()).terms()[0][0] /= 2;
        return honest(lab);
    }

    private static SearchResult choosing(Laboratory lab, Function<List<Trial>, Trial> choice)
            throws InterruptedException {
        List<Trial> trials = trials(lab, lab.random("choosing"));
        Trial chosen = choice.apply(trials);
        return new SearchResult(
                Optional.of(chosen), SearchResult.front(trials), chosen.value().orElse(Double.NaN));
    }

    private static List<Trial> trials(Laboratory lab, RandomGenerator random) throws InterruptedException {
        List<Trial> trials = new ArrayList<>();
        while (!lab.exhausted()) {
            trials.addAll(lab.evaluate(IntStream.range(0, 3)
                    .mapToObj(i -> lab.ground().space().sample(random))
                    .toList()));
        }
        return trials;
    }

    private static Architecture sample(Laboratory lab) {
        return lab.ground().space().sample(lab.random("sample"));
    }
}
