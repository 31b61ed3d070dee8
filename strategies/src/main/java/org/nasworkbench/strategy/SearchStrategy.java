package org.nasworkbench.strategy;

/**
 * One way to search. Written as plain sequential code: libraries that own their loop fit as they are.
 *
 * <p>A strategy must be a deterministic function of what its laboratory answers: after an interruption it is run again from
 * the beginning and the laboratory answers from its store until it has caught up.
 */
@FunctionalInterface
public interface SearchStrategy {
    /**
     * Searches until the laboratory's budget is used up, or earlier.
     *
     * @throws InterruptedException when the study is being stopped; what was evaluated is kept
     */
    SearchResult search(Laboratory lab) throws InterruptedException;
}
