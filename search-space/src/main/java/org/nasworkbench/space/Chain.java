package org.nasworkbench.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.nasworkbench.space.Skeleton.Stage;

/**
 * The searched blocks of a chain, stage by stage; each block is one of the same options.
 *
 * @param space name of the space, for messages
 * @param input shape of the first block's input
 * @param stages blocks of one resolution and width
 * @param options what each block can be
 */
record Chain(String space, Shape input, List<Stage> stages, List<BlockOption> options) {
    /** One decision a block. */
    static List<Decision> decisions(int blocks, List<BlockOption> options) {
        List<String> names = options.stream().map(BlockOption::name).toList();
        List<Decision> decisions = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            decisions.add(new Decision("block" + i, names));
        }
        return List.copyOf(decisions);
    }

    /** Where the blocks stand, in their order. */
    List<BlockPlace> places() {
        List<BlockPlace> places = new ArrayList<>();
        Shape shape = input;
        for (Stage stage : stages) {
            for (int i = 0; i < stage.blocks(); i++) {
                BlockPlace place = new BlockPlace(shape, stage.channels(), i == 0 ? stage.stride() : 1);
                places.add(place);
                shape = place.output();
            }
        }
        return places;
    }

    /** The words of a genotype, blocks separated by blanks and stages by {@code between}. */
    String print(Architecture architecture, String between) {
        List<String> printed = new ArrayList<>();
        int at = 0;
        for (Stage stage : stages) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < stage.blocks(); i++) {
                words.add(options.get(architecture.choice(at++)).name());
            }
            printed.add(String.join(" ", words));
        }
        return String.join(between, printed);
    }

    /** Reads the words of a genotype; bars may stand between all stages or be left out. */
    Architecture parse(String genotype) {
        List<String> names = options.stream().map(BlockOption::name).toList();
        List<Integer> choices = new ArrayList<>();
        List<Integer> bars = new ArrayList<>();
        for (String word : genotype.replace("|", " | ").trim().split("\\s+")) {
            if (word.equals("|")) {
                bars.add(choices.size());
                continue;
            }
            if (!names.contains(word)) {
                throw new IllegalArgumentException("block " + choices.size() + " must be one of " + names
                        + ", but was '" + word + "'; did you mean '" + Nearest.word(word, names) + "'?");
            }
            choices.add(names.indexOf(word));
        }
        List<Integer> ends = stageEnds();
        int blocks = ends.get(ends.size() - 1);
        if (choices.size() != blocks) {
            throw new IllegalArgumentException(
                    "a genotype of " + space + " must have " + blocks + " blocks, but has " + choices.size());
        }
        List<Integer> between = ends.subList(0, ends.size() - 1);
        if (!bars.isEmpty() && !bars.equals(between)) {
            throw new IllegalArgumentException(
                    "bars must stand behind blocks " + between + " of " + space + ", but stand behind " + bars);
        }
        return new Architecture(choices);
    }

    /**
     * Moves the skips of each stage behind its other blocks: where the block has an identity a skip computes nothing, so the
     * order among such blocks does not matter.
     */
    Architecture canonical(Architecture architecture) {
        int skip = options.indexOf(BlockOption.SKIP);
        List<BlockPlace> places = places();
        Integer[] choices = architecture.choices().toArray(Integer[]::new);
        int from = 0;
        for (int end : stageEnds()) {
            int first = places.get(from).residual() ? from : from + 1;
            List<Integer> run = new ArrayList<>(Arrays.asList(choices).subList(first, end));
            int skips = Collections.frequency(run, skip);
            run.removeIf(choice -> choice == skip);
            run.addAll(Collections.nCopies(skips, skip));
            for (int i = first; i < end; i++) {
                choices[i] = run.get(i - first);
            }
            from = end;
        }
        return new Architecture(List.of(choices));
    }

    /** How many blocks stand up to the end of each stage. */
    private List<Integer> stageEnds() {
        List<Integer> ends = new ArrayList<>();
        int at = 0;
        for (Stage stage : stages) {
            at += stage.blocks();
            ends.add(at);
        }
        return ends;
    }
}
