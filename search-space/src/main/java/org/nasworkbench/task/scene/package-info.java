/**
 * Paints synthetic driving scenes with exact labels; {@link org.nasworkbench.task.scene.StreetPainter} is the way in.
 *
 * <p>The world is metric: x right, y up, z ahead, the camera near the origin. {@code Street} lays out the ground, one class for
 * each family of objects sets up flat {@code Panel}s on a {@code Stage}, and {@code Canvas} paints them in perspective over a
 * depth buffer. {@code Light} colours every surface, {@code Shadows} says where the sun reaches, {@code Lens} turns
 * the samples into bytes. Only IEEE 754 basic operations, StrictMath and whole numbers are used, so every JVM paints the same bytes.
 */
package org.nasworkbench.task.scene;
