package org.nasworkbench.task.scene;

/**
 * A flat parallelogram in the world: the one shape that everything but ground and sky is made of.
 *
 * @param origin one corner
 * @param u edge along which the skin's first coordinate runs
 * @param v edge along which its second runs
 * @param normal direction it faces, for the light
 * @param anchor the point whose sunlight the whole panel shares; null to ask at every sample
 */
record Panel(Vec origin, Vec u, Vec v, Vec normal, Vec anchor, Skin skin) {
    Vec middle() {
        return origin.plus(u.plus(v).times(0.5));
    }
}
