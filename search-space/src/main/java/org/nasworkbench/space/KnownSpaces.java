package org.nasworkbench.space;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All spaces that have a name; each as published, unless changes are asked for. Those of {@link SearchSpaces} can be trained here. */
public final class KnownSpaces {
    private static final List<String> RECORDED = List.of("fbnet", "mnasnet", "nb201", "transnas-micro");

    private KnownSpaces() {}

    /**
     * What shall differ from the published space.
     *
     * @param width factor on all channels
     * @param blocks at most so many blocks a stage
     * @param classes classes of the task
     * @param input shape of the image
     */
    public record Changes(
            Optional<Double> width, Optional<Integer> blocks, Optional<Integer> classes, Optional<Shape> input) {
        /** The published space. */
        public static final Changes NONE =
                new Changes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        private Shape inputOr(NetworkSpace published) {
            return input.orElse(published.input());
        }

        private int classesOr(NetworkSpace published) {
            return classes.orElse(published.classes());
        }

        private void refuseWidthAndBlocks(String space) {
            refuse("width", width, space, "channels are fixed");
            refuse("blocks", blocks, space, "number of blocks is fixed");
        }

        private void refuseInputAndClasses(String space) {
            refuse("input", input, space, "layers are not known here");
            refuse("classes", classes, space, "layers are not known here");
        }

        private static void refuse(String what, Optional<?> given, String space, String why) {
            given.ifPresent(value -> {
                throw new IllegalArgumentException(
                        what + " must be left out for " + space + ", whose " + why + ", but was " + value);
            });
        }
    }

    /** The names: those that can be trained here, then the others in alphabetical order. */
    public static List<String> names() {
        return Stream.concat(SearchSpaces.names().stream(), RECORDED.stream()).toList();
    }

    /**
     * A space by name; one whose architectures can be written as layers is a {@link NetworkSpace}.
     *
     * @throws IllegalArgumentException for an unknown name, or a change that makes no sense for the space
     */
    public static SearchSpace space(String name, Changes changes) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("a space must be one of " + names() + ", but was '" + name
                    + "'; did you mean '" + Nearest.word(name, names()) + "'?");
        }
        if (SearchSpaces.names().contains(name)) {
            return SearchSpaces.chain(
                    name,
                    changes.width().orElse(1.0),
                    changes.blocks().orElse(4),
                    changes.classes().orElse(19),
                    changes.input().orElse(new Shape(3, 1024, 2048)));
        }
        changes.refuseWidthAndBlocks(name);
        return switch (name) {
            case "fbnet" -> {
                FbnetSpace published = FbnetSpace.cifar100();
                yield new FbnetSpace(changes.inputOr(published), changes.classesOr(published));
            }
            case "mnasnet" -> {
                MnasNetSpace published = MnasNetSpace.imageNet();
                yield new MnasNetSpace(changes.inputOr(published), changes.classesOr(published));
            }
            case "nb201" -> {
                CellNetworkSpace published = CellNetworkSpace.cifar10();
                yield new CellNetworkSpace(published.cells(), changes.inputOr(published), changes.classesOr(published));
            }
            default -> {
                changes.refuseInputAndClasses(name);
                yield CellSpace.transNasMicro();
            }
        };
    }
}
