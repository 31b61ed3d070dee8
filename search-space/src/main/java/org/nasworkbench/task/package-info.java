/**
 * What a network is trained for: street segmentation tasks, their splits, and the metrics that score a network on them.
 *
 * <p>A {@link org.nasworkbench.task.SegmentationTask} is a small description that travels between machines;
 * {@link org.nasworkbench.task.SegmentationTask#load()} turns it into images and labels. Two tasks exist: a
 * {@link org.nasworkbench.task.LabelledFolder} of the user's own images (CamVid in the SegNet layout is one), and
 * {@link org.nasworkbench.task.StreetScenes}, which are synthetic and need no download. Nothing here depends on a library.
 */
package org.nasworkbench.task;
