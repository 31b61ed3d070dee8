package org.nasworkbench.space;

/** A space whose architectures can be written down as layers. */
public interface NetworkSpace extends SearchSpace {
    /** All layers of an architecture, from the image to the class scores. */
    Network network(Architecture architecture);

    /** Shape of the image. */
    Shape input();

    /** The number of classes. */
    int classes();
}
