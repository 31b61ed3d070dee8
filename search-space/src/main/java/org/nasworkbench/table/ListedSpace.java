package org.nasworkbench.table;

import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.SearchSpace;

/** The part of a space that a table lists. Random draws are listed architectures; a change of one decision may leave what is listed. */
final class ListedSpace implements SearchSpace {
    private final SearchSpace whole;
    private final List<Architecture> listed;

    ListedSpace(SearchSpace whole, List<Architecture> listed) {
        this.whole = whole;
        this.listed = List.copyOf(listed);
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public List<Decision> decisions() {
        return whole.decisions();
    }

    @Override
    public String print(Architecture architecture) {
        return whole.print(architecture);
    }

    @Override
    public Architecture parse(String genotype) {
        return whole.parse(genotype);
    }

    @Override
    public Architecture canonical(Architecture architecture) {
        return whole.canonical(architecture);
    }

    /** The number of rows. */
    @Override
    public BigInteger size() {
        return BigInteger.valueOf(listed.size());
    }

    /** One of the rows, each as likely as any other. */
    @Override
    public Architecture sample(RandomGenerator random) {
        return listed.get(random.nextInt(listed.size()));
    }
}
