/**
 * Networks written out as ONNX models, which other runtimes read: every layer of {@link org.nasworkbench.space.LayerKind} computes
 * there what it computes here.
 */
package org.nasworkbench.onnx;
