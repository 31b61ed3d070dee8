/**
 * The figures of a study, drawn from its results alone: one class per {@link org.nasworkbench.figures.Figure figure}, each as SVG,
 * PDF and PNG. The same results give the same SVG and PDF, byte for byte, on every machine: the font comes from the class path,
 * numbers are written without a locale, and files carry no time of writing.
 */
package org.nasworkbench.figures;
