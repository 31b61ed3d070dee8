/** The report of a study: one HTML file that needs no network, readable on a phone and on paper. */
package org.nasworkbench.figures.report;
