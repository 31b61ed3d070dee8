package org.nasworkbench.experiment.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.nasworkbench.experiment.study.StrategySpec;
import org.nasworkbench.experiment.study.Study;
import org.nasworkbench.experiment.study.TableSpec;
import org.nasworkbench.results.RunKey;
import org.nasworkbench.space.Nearest;
import org.nasworkbench.strategy.Ground;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.SharedRanking;
import org.nasworkbench.strategy.Strategies;
import org.nasworkbench.strategy.StrategyProvider;
import org.nasworkbench.work.Seeds;

/** One strategy of a study, to be run once with each seed. */
record Search(RunKey run, StrategySpec spec) {
    /** All searches of a study: with the first seed every strategy, then with the next. */
    static List<Search> of(Study study) {
        return study.seeds().stream()
                .flatMap(seed ->
                        study.strategies().stream().map(spec -> new Search(new RunKey(spec.name(), seed), spec)))
                .toList();
    }

    /**
     * A strategy of a study.
     *
     * @param strategy by name; empty: the first that the study lists
     * @throws IllegalArgumentException if it has none of that name
     */
    static StrategySpec spec(Study study, Optional<String> strategy) {
        List<String> names = study.strategies().stream().map(StrategySpec::name).toList();
        String name = strategy.orElse(names.get(0));
        return study.strategies().stream()
                .filter(listed -> listed.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a strategy of " + study.name() + " must be one of "
                        + names + ", but was '" + name + "'; did you mean '" + Nearest.word(name, names) + "'?"));
    }

    /**
     * Searches.
     *
     * @throws RuntimeException if the strategy fails, or cannot run on this platform
     */
    SearchResult in(Laboratory laboratory) throws InterruptedException {
        StrategyProvider provider = Strategies.provider(spec.type());
        provider.unavailable().ifPresent(why -> {
            throw new UnsupportedOperationException(why);
        });
        return provider.create(new Settings(provider.settings(), spec.settings()))
                .search(laboratory);
    }

    /** How it ranks networks by shared weights; empty where it does not. */
    Optional<SharedRanking> ranking(Ground ground) {
        StrategyProvider provider = Strategies.provider(spec.type());
        return provider.ranking(
                ground, new Settings(provider.settings(), spec.settings()), purpose -> random(run, purpose));
    }

    /** A generator of a run's own. */
    static RandomGenerator random(RunKey run, String purpose) {
        return Seeds.random(run.seed(), run.strategy(), purpose);
    }

    /** Why a search failed: the message, or what it was and where it came from if it has none. */
    static String reason(Throwable failure) {
        if (failure.getMessage() != null) {
            return failure.getMessage();
        }
        StackTraceElement[] trace = failure.getStackTrace();
        return failure + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** What it may use. */
    static BudgetMeter meter(Study study) {
        return new BudgetMeter(limits(study));
    }

    /** What it may use, as numbers. */
    static BudgetMeter.Limits limits(Study study) {
        boolean simulated = study.ground() instanceof TableSpec;
        OptionalDouble seconds = study.budget().deviceSeconds(study.projection());
        OptionalDouble none = OptionalDouble.empty();
        return new BudgetMeter.Limits(study.budget().trials(), simulated ? none : seconds, simulated ? seconds : none);
    }
}
