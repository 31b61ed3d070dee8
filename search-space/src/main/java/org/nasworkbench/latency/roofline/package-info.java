/** The platform {@code roofline}: latency calculated from a chip's sheet, without the chip. */
package org.nasworkbench.latency.roofline;
