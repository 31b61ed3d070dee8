package org.nasworkbench.figures;

import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nasworkbench.results.StudyResults;
import org.nasworkbench.results.StudyResults.Run;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;
import org.nasworkbench.space.reference.ReferenceNetworks;

/** The network that each strategy chose with its first seed, block by block, beside those that were published for the space. */
public final class FoundNetworks implements Figure {
    /** What a study's fact {@code space} says of a chain of blocks. */
    private static final Pattern CHAIN = Pattern.compile("(\\S+), width (\\S+), (\\d+) blocks of .*, input (\\S+)");

    private static final int MOST_BLOCKS_A_STAGE = 4;

    @Override
    public String name() {
        return "network";
    }

    @Override
    public String title() {
        return "Networks found, block by block";
    }

    @Override
    public boolean appliesTo(StudyResults results) {
        return space(results).isPresent()
                && results.runs().stream().anyMatch(run -> !run.chosen().isEmpty());
    }

    @Override
    public String caption(StudyResults results) {
        return diagram(results).map(NetworkDiagram::caption).orElse("No network of a chain of blocks was chosen.");
    }

    @Override
    public Size size(StudyResults results) {
        return diagram(results).map(NetworkDiagram::size).orElseGet(() -> Size.page(40));
    }

    @Override
    public void paint(Graphics2D g, Size size, StudyResults results) {
        diagram(results)
                .ifPresentOrElse(
                        diagram -> diagram.paint(g),
                        () -> Lettering.draw(
                                g, "no network of a chain of blocks", Lettering.SMALL, Lettering.QUIET, 4, 20, 0));
    }

    private Optional<NetworkDiagram> diagram(StudyResults results) {
        List<DrawnNetwork> networks = new ArrayList<>();
        Optional<ChainSpace> space = space(results);
        space.ifPresent(chain -> {
            first(results).values().forEach(run -> networks.add(found(run, chain, results)));
            published(chain.name())
                    .map(ReferenceNetworks::named)
                    .map(DrawnNetwork::of)
                    .forEach(networks::add);
        });
        return first(results).isEmpty() || networks.isEmpty()
                ? Optional.empty()
                : Optional.of(new NetworkDiagram(
                        name(),
                        networks,
                        "Of each strategy what its first seed chose, with that run’s scores; below them the networks published for"
                                + " the space, whose width, blocks and images are other ones."));
    }

    private static Map<String, Run> first(StudyResults results) {
        Map<String, Run> first = new LinkedHashMap<>();
        results.runs().stream()
                .filter(run -> !run.chosen().isEmpty())
                .forEach(run -> first.putIfAbsent(run.strategy(), run));
        return first;
    }

    private static DrawnNetwork found(Run run, ChainSpace space, StudyResults results) {
        StringBuilder title = new StringBuilder(run.strategy() + ", seed " + run.seed());
        run.searchScore().ifPresent(score -> title.append(": ")
                .append(ScoreName.of(results))
                .append(' ')
                .append(Numbers.fixed(score, 3)));
        run.latencyMillis().ifPresent(millis -> title.append(", ")
                .append(results.latencyKind())
                .append(' ')
                .append(Numbers.rounded(millis))
                .append(" ms"));
        return DrawnNetwork.of(title.toString(), space, space.parse(run.chosen()));
    }

    private static Stream<String> published(String space) {
        return space.startsWith("fbnet")
                ? Stream.of("fbnet-a", "fbnet-b", "fbnet-c")
                : Stream.of("mac", "lat")
                        .map(objective -> space.replace("squeezenas-", "squeezenas-" + objective + "-"));
    }

    /** The space as the study's facts tell it; empty where it is no chain of blocks. */
    private static Optional<ChainSpace> space(StudyResults results) {
        Matcher fact = CHAIN.matcher(results.facts().getOrDefault("space", ""));
        if (!fact.matches() || !SearchSpaces.names().contains(fact.group(1))) {
            return Optional.empty();
        }
        return Stream.iterate(1, blocks -> blocks <= MOST_BLOCKS_A_STAGE, blocks -> blocks + 1)
                .map(blocks -> SearchSpaces.chain(
                        fact.group(1), Double.parseDouble(fact.group(2)), blocks, 2, Shape.parse(fact.group(4))))
                .filter(space -> space.blocks() == Integer.parseInt(fact.group(3)))
                .findFirst();
    }
}
