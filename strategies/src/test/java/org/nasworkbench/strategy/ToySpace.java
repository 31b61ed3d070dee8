package org.nasworkbench.strategy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;

/**
 * A space without networks, with as many options at each decision as one likes. Its last two decisions commute where they have
 * equally many options, so that some architectures are the same network.
 */
record ToySpace(List<Decision> decisions) implements SearchSpace {
    /** @param sizes options of each decision */
    static ToySpace of(Integer... sizes) {
        return new ToySpace(IntStream.range(0, sizes.length)
                .mapToObj(i -> new Decision(
                        "d" + i,
                        IntStream.range(0, sizes[i]).mapToObj(Integer::toString).toList()))
                .toList());
    }

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public String print(Architecture architecture) {
        return check(architecture).choices().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    @Override
    public Architecture parse(String genotype) {
        return check(new Architecture(
                Arrays.stream(genotype.split(" ")).map(Integer::valueOf).toList()));
    }

    @Override
    public Architecture canonical(Architecture architecture) {
        int last = decisions.size() - 1;
        if (last < 1 || decisions.get(last).size() != decisions.get(last - 1).size()) {
            return check(architecture);
        }
        List<Integer> choices = new ArrayList<>(check(architecture).choices());
        choices.subList(last - 1, last + 1).sort(null);
        return new Architecture(choices);
    }
}
