package org.nasworkbench.strategy.halving;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;

/**
 * Trains many random networks shortly, the best of them again for longer, the best of those for longer still, up to the full length; then
 * begins with others, until the budget is used up. Jamieson and Talwalkar, "Non-stochastic Best Arm Identification and Hyperparameter
 * Optimization", AISTATS 2016, arXiv 1502.07943; eta and the geometric lengths are those of Li, Jamieson, DeSalvo, Rostamizadeh and
 * Talwalkar, "Hyperband", JMLR 18, 2018, arXiv 1603.06560.
 *
 * <p>Scores of different lengths do not compare, so the chosen network is the best of those trained at full length; if the budget ends
 * before there is any, of those at the longest length reached.
 *
 * <p>Deviations: each training starts anew and is charged whole, where the papers go on with the weights of the shorter one. Brackets are
 * repeated as they are; Hyperband varies how many networks begin, and at which length. Lengths are the nearest that there are. A network
 * that failed goes no further, so a rung may be smaller.
 *
 * @param eta one of so many goes on to the next rung, at least 2
 * @param first networks in the first rung, at least eta
 * @param shortest no training is shorter, in epochs, at least 1
 */
public record SuccessiveHalving(int eta, int first, int shortest) implements SearchStrategy {
    public SuccessiveHalving {
        if (eta < 2) {
            throw new IllegalArgumentException("eta must be at least 2, but was " + eta);
        }
        if (first < eta) {
            throw new IllegalArgumentException("first must be at least eta, which is " + eta + ", but was " + first);
        }
        if (shortest < 1) {
            throw new IllegalArgumentException("shortest must be at least 1 epoch, but was " + shortest);
        }
    }

    @Override
    public SearchResult search(Laboratory lab) throws InterruptedException {
        Rungs rungs = Rungs.of(lab.ground(), eta, shortest);
        RandomGenerator random = lab.random("successive-halving");
        List<Trial> trials = new ArrayList<>();
        while (!lab.exhausted()) {
            List<Architecture> rung = Stream.generate(() -> lab.ground().space().sample(random))
                    .limit(first)
                    .toList();
            for (int epochs : rungs.epochs()) {
                if (rung.isEmpty() || lab.exhausted()) {
                    break;
                }
                List<Trial> answers = lab.evaluate(rung, epochs);
                trials.addAll(answers);
                rung = promoted(answers);
            }
        }
        return SearchResult.best(longest(trials));
    }

    /** The best eta-th, the earlier of equals. */
    private List<Architecture> promoted(List<Trial> rung) {
        return scored(rung)
                .sorted(Comparator.comparingDouble(
                                (Trial trial) -> trial.value().getAsDouble())
                        .reversed())
                .limit(Math.max(1, rung.size() / eta))
                .map(Trial::architecture)
                .toList();
    }

    /** The trials of the longest length at which a network could be scored. */
    private static List<Trial> longest(List<Trial> trials) {
        int longest = scored(trials).mapToInt(Trial::epochs).max().orElse(0);
        return trials.stream().filter(trial -> trial.epochs() == longest).toList();
    }

    private static Stream<Trial> scored(List<Trial> trials) {
        return trials.stream().filter(trial -> trial.value().isPresent());
    }
}
