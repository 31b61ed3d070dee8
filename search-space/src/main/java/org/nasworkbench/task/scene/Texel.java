package org.nasworkbench.task.scene;

/** What a skin shows at one point; reused from sample to sample. */
final class Texel {
    double r;
    double g;
    double b;
    /** Share of the surface that hides what is behind it, 0 to 1. The label holds whatever the share. */
    double cover;
    /** Light that the surface itself gives, as a share of its colour. */
    double glow;

    int label;

    /** Opaque, without glow. */
    boolean show(int label, Colour colour, double level) {
        this.label = label;
        r = colour.r() * level;
        g = colour.g() * level;
        b = colour.b() * level;
        cover = 1;
        glow = 0;
        return true;
    }
}
