package org.nasworkbench.task;

import java.util.List;

/** The eleven classes of CamVid in the order of the SegNet label images, and the label that means void there. */
final class CamVidClasses {
    static final List<String> NAMES = List.of(
            "sky",
            "building",
            "pole",
            "road",
            "pavement",
            "tree",
            "sign-symbol",
            "fence",
            "car",
            "pedestrian",
            "bicyclist");
    static final int VOID_LABEL = 11;

    private CamVidClasses() {}
}
