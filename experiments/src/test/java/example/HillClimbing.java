package example;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.SearchSpace;
import org.nasworkbench.strategy.Laboratory;
import org.nasworkbench.strategy.SearchResult;
import org.nasworkbench.strategy.SearchStrategy;
import org.nasworkbench.strategy.Setting;
import org.nasworkbench.strategy.Settings;
import org.nasworkbench.strategy.StrategyProvider;

/** Goes uphill: tries neighbours that differ in one decision, moves to the best, starts anew where none is better. */
public final class HillClimbing implements StrategyProvider {
    @Override
    public String type() {
        return "hill-climbing";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.integer("neighbours", 4, 1, 1000, "networks tried before each step"));
    }

    @Override
    public SearchStrategy create(Settings settings) {
        return lab -> climb(lab, settings.integer("neighbours"));
    }

    private static SearchResult climb(Laboratory lab, int neighbours) throws InterruptedException {
        SearchSpace space = lab.ground().space();
        RandomGenerator random = lab.random("hill-climbing");
        List<Trial> all = new ArrayList<>();
        Trial here = null;
        while (!lab.exhausted()) {
            List<Architecture> batch = new ArrayList<>();
            for (int i = 0; i < (here == null ? 1 : neighbours); i++) {
                batch.add(here == null ? space.sample(random) : neighbour(here.architecture(), space, random));
            }
            List<Trial> trials = lab.evaluate(batch);
            all.addAll(trials);
            Trial best = SearchResult.best(trials).chosen().orElse(null);
            boolean uphill = best != null && (here == null || value(best) > value(here));
            here = uphill ? best : null;
        }
        return SearchResult.best(all);
    }

    private static Architecture neighbour(Architecture from, SearchSpace space, RandomGenerator random) {
        List<Integer> choices = new ArrayList<>(from.choices());
        int decision = random.nextInt(choices.size());
        int options = space.decisions().get(decision).size();
        choices.set(decision, (choices.get(decision) + random.nextInt(1, options)) % options);
        return new Architecture(choices);
    }

    private static double value(Trial trial) {
        return trial.value().getAsDouble();
    }
}
