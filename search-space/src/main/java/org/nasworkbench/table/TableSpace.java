package org.nasworkbench.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.Decision;
import org.nasworkbench.space.Nearest;
import org.nasworkbench.space.SearchSpace;

/**
 * The space that a table's own rows span. Random draws are listed architectures; a change of one decision may leave what is listed.
 *
 * <p>Genotype texts either have one character a decision and may differ in length, or give one word a decision, separated by
 * {@code |}. Where lengths differ, later decisions have the option {@value #END}, and all behind the first end are ends too.
 */
final class TableSpace implements SearchSpace {
    static final String END = "end";
    private static final String BAR = "|";

    private final String name;
    private final boolean characters;
    private final List<Decision> decisions;
    private final List<Architecture> listed;

    private TableSpace(String name, boolean characters, List<Decision> decisions, List<List<String>> rows) {
        this.name = name;
        this.characters = characters;
        this.decisions = decisions;
        listed = rows.stream().map(this::architecture).toList();
    }

    /** The space of words a decision. @param rows one list a row, as long as {@code names} */
    static TableSpace ofWords(String name, List<String> names, List<List<String>> rows) {
        List<Decision> decisions = IntStream.range(0, names.size())
                .mapToObj(i -> new Decision(names.get(i), options(rows, i)))
                .toList();
        return new TableSpace(name, false, decisions, rows);
    }

    /** The space of texts of one character a decision. */
    static TableSpace ofTexts(String name, List<String> texts) {
        int longest = texts.stream()
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .max()
                .orElse(0);
        List<List<String>> rows =
                texts.stream().map(text -> spelled(text, longest)).toList();
        List<Decision> decisions = IntStream.range(0, longest)
                .mapToObj(i -> new Decision("position" + i, options(rows, i)))
                .toList();
        return new TableSpace(name, true, decisions, rows);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Decision> decisions() {
        return decisions;
    }

    @Override
    public String print(Architecture architecture) {
        Architecture cut = canonical(architecture);
        return IntStream.range(0, cut.size())
                .mapToObj(i -> decisions.get(i).options().get(cut.choice(i)))
                .filter(option -> !(characters && option.equals(END)))
                .collect(Collectors.joining(characters ? "" : BAR));
    }

    @Override
    public Architecture parse(String genotype) {
        List<String> words = characters ? spelled(genotype, decisions.size()) : List.of(genotype.split("\\|", -1));
        if (words.size() != decisions.size()) {
            throw new IllegalArgumentException("a genotype of " + name + " must have " + decisions.size()
                    + " decisions, but '" + genotype + "' has " + words.size());
        }
        return architecture(words);
    }

    /** Everything behind the first end is an end. */
    @Override
    public Architecture canonical(Architecture architecture) {
        check(architecture);
        if (!characters) {
            return architecture;
        }
        Architecture cut = architecture;
        boolean ended = false;
        for (int i = 0; i < decisions.size(); i++) {
            int end = decisions.get(i).options().indexOf(END);
            if (ended && cut.choice(i) != end) {
                cut = cut.with(i, end);
            }
            ended |= cut.choice(i) == end;
        }
        return cut;
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

    private Architecture architecture(List<String> words) {
        List<Integer> choices = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            List<String> options = decisions.get(i).options();
            int choice = options.indexOf(words.get(i));
            if (choice < 0) {
                throw new IllegalArgumentException(decisions.get(i).name() + " of " + name + " must be one of "
                        + options
                        + ", but was '" + words.get(i) + "'; did you mean '" + Nearest.word(words.get(i), options)
                        + "'?");
            }
            choices.add(choice);
        }
        return new Architecture(choices);
    }

    private static List<String> options(List<List<String>> rows, int decision) {
        return rows.stream().map(row -> row.get(decision)).distinct().sorted().toList();
    }

    private static List<String> spelled(String text, int length) {
        List<String> characters =
                new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
        while (characters.size() < length) {
            characters.add(END);
        }
        return characters;
    }
}
