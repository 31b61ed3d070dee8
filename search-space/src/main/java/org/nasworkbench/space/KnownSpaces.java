package org.nasworkbench.space;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** All spaces that have a name; each as published, unless changes are asked for. Those of {@link SearchSpaces} can be trained here. */
public final class KnownSpaces {
    private static final List<String> RECORDED = List.of("fbnet", "nb201", "transnas-micro");

    private KnownSpaces() {}

    /**
     * What shall differ from the published space.
     *
     * @param width factor on all channels
     * @param blocks at most so many blocks a stage
     * @param classes classes of the task
     * @param input shape of the image
     */
    public record Changes(OptionalDouble width, OptionalInt blocks, OptionalInt classes, Optional<Shape> input) {
        /** The published space. */
        public static final Changes NONE =
                new Changes(OptionalDouble.empty(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());

        private void refuseWidthAndBlocks(String space) {
            refuse(width.isPresent(), "width", space, "channels are fixed", width.orElse(0));
            refuse(blocks.isPresent(), "blocks", space, "number of blocks is not a setting", blocks.orElse(0));
        }

        private void refuseAll(String space) {
            refuseWidthAndBlocks(space);
            refuse(classes.isPresent(), "classes", space, "layers are not known here", classes.orElse(0));
            refuse(input.isPresent(), "input", space, "layers are not known here", input.orElse(null));
        }

        private static void refuse(boolean given, String what, String space, String why, Object value) {
            if (given) {
                throw new IllegalArgumentException(
                        what + " must be left out for " + space + ", whose " + why + ", but was " + value);
            }
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
        if (SearchSpaces.names().contains(name)) {
            return SearchSpaces.squeezeNas(
                    name,
                    changes.width().orElse(1),
                    changes.blocks().orElse(4),
                    changes.classes().orElse(19),
                    changes.input().orElse(new Shape(3, 1024, 2048)));
        }
        return switch (name) {
            case "fbnet" -> {
                changes.refuseWidthAndBlocks(name);
                FbnetSpace published = FbnetSpace.cifar100();
                yield new FbnetSpace(
                        changes.input().orElse(published.input()),
                        changes.classes().orElse(published.classes()));
            }
            case "nb201" -> {
                changes.refuseWidthAndBlocks(name);
                CellNetworkSpace published = CellNetworkSpace.cifar10();
                yield new CellNetworkSpace(
                        published.cells(),
                        changes.input().orElse(published.input()),
                        changes.classes().orElse(published.classes()));
            }
            case "transnas-micro" -> {
                changes.refuseAll(name);
                yield CellSpace.transNasMicro();
            }
            default ->
                throw new IllegalArgumentException("a space must be one of " + names() + ", but was '" + name
                        + "'; did you mean '" + Nearest.word(name, names()) + "'?");
        };
    }
}
