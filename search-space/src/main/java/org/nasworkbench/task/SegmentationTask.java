package org.nasworkbench.task;

import java.util.List;

/** Placeholder until the task package lands. */
public interface SegmentationTask extends java.io.Serializable {
    int VOID = 255;

    String name();

    List<String> classes();

    int height();

    int width();

    String description();
}
