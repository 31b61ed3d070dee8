package org.nasworkbench.space.reference;

import org.nasworkbench.space.Network;
import org.nasworkbench.space.Shape;

/**
 * A published network. Dropout does nothing at inference and is not written.
 *
 * @param name such as {@code mobilenet-v2}
 * @param year of its first publication
 * @param paper authors and where to find it
 * @param input shape of the image as published
 * @param classes classes as published
 * @param layers writes it for any input and number of classes
 */
public record ReferenceNetwork(String name, int year, String paper, Shape input, int classes, Layers layers) {
    /** Writes a network down. */
    @FunctionalInterface
    public interface Layers {
        /** All layers from an image of this shape to the class scores. */
        Network write(Shape input, int classes);
    }

    /** A classifier of ImageNet's 1,000 classes at 224 x 224 pixels. */
    static ReferenceNetwork imageNet(String name, int year, String paper, Layers layers) {
        return new ReferenceNetwork(name, year, paper, new Shape(3, 224, 224), 1000, layers);
    }

    /** The network as published. */
    public Network network() {
        return layers.write(input, classes);
    }

    /** The network for another image or task. */
    public Network network(Shape otherInput, int otherClasses) {
        return layers.write(otherInput, otherClasses);
    }
}
