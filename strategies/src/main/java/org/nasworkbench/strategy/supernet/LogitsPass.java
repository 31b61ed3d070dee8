package org.nasworkbench.strategy.supernet;

import ai.djl.ndarray.NDArray;

/**
 * A pass by which the logits learn.
 *
 * @param paths what runs; gradients flow to the logits through the shares
 * @param millis what the searched blocks are expected to take, a scalar in milliseconds with gradient
 */
record LogitsPass(Paths paths, NDArray millis) {}
