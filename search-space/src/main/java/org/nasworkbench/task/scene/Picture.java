package org.nasworkbench.task.scene;

/**
 * A painted scene.
 *
 * @param image {@code [3][height][width]} unsigned bytes: red, green, blue planes
 * @param labels {@code [height][width]} unsigned bytes: CamVid class index, 255 for void
 */
public record Picture(byte[] image, byte[] labels) {}
