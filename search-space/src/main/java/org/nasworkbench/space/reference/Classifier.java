package org.nasworkbench.space.reference;

import org.nasworkbench.space.Network;
import org.nasworkbench.space.NetworkBuilder;

/** The ends of networks that classify images. */
final class Classifier {
    private static final int HIDDEN = 4096;

    private Classifier() {}

    /** Three linear layers with ReLU between them: AlexNet's, taken over by VGG. */
    static Network threeLayers(NetworkBuilder network, int from, int classes) {
        int sixth = network.relu("fc6.relu", network.linear("fc6", from, HIDDEN));
        int seventh = network.relu("fc7.relu", network.linear("fc7", sixth, HIDDEN));
        network.linear("fc8", seventh, classes);
        return network.build();
    }

    /** The mean of each channel, then one linear layer. */
    static Network pooled(NetworkBuilder network, int from, int classes) {
        network.scope("head").linear("classes", network.globalPool("pool", from), classes);
        return network.build();
    }
}
