/**
 * Networks made trainable with DJL: the layer list of {@link org.nasworkbench.space.Network} is run as it stands, on named
 * {@link org.nasworkbench.network.Weights}. No DJL blocks: their training forward re-checks every nesting level (a third of the
 * time of a small network), and their optimizers hide the state that an exact resume needs.
 */
package org.nasworkbench.network;
