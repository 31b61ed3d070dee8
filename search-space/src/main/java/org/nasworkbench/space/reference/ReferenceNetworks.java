package org.nasworkbench.space.reference;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nasworkbench.space.Nearest;

/** All reference networks, by year. */
public final class ReferenceNetworks {
    private static final List<ReferenceNetwork> ALL = Stream.of(
                    List.of(AlexNet.published()),
                    Vgg.all(),
                    SqueezeNet.all(),
                    List.of(
                            MobileNet.published(),
                            ShuffleNet.published(),
                            SecondMobileNet.published(),
                            MnasNetA1.published()),
                    FbNet.all(),
                    SqueezeNas.all())
            .flatMap(List::stream)
            .toList();

    private ReferenceNetworks() {}

    /** The networks in the order of their publication. */
    public static List<ReferenceNetwork> all() {
        return ALL;
    }

    /** The names in the same order. */
    public static List<String> names() {
        return ALL.stream().map(ReferenceNetwork::name).toList();
    }

    /** The network of a name, if there is one. */
    public static Optional<ReferenceNetwork> find(String name) {
        return ALL.stream().filter(network -> network.name().equals(name)).findFirst();
    }

    /**
     * The network of a name.
     *
     * @throws IllegalArgumentException naming the nearest known one
     */
    public static ReferenceNetwork named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalArgumentException("a reference network must be one of " + names()
                        + ", but was '" + name + "'; did you mean '" + Nearest.word(name, names()) + "'?"));
    }
}
