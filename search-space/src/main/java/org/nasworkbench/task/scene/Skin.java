package org.nasworkbench.task.scene;

/** The outline and look of a flat panel. */
@FunctionalInterface
interface Skin {
    /**
     * Fills the texel with what is seen at a point of the panel.
     *
     * @param u metres along the panel's first edge
     * @param v metres along its second edge
     * @return false where the panel has a hole and nothing is painted
     */
    boolean at(double u, double v, Texel texel);
}
