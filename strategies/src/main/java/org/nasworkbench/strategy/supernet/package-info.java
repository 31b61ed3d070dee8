/**
 * The supernet strategy: all networks of a space trained at once with shared weights, architecture logits learned by gradient,
 * then a few networks drawn and trained like anybody else's. On DJL.
 */
package org.nasworkbench.strategy.supernet;
