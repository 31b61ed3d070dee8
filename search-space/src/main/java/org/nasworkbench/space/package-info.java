/**
 * Search spaces: what can be chosen ({@link org.nasworkbench.space.SearchSpace}), what was chosen
 * ({@link org.nasworkbench.space.Architecture}) and which layers that gives ({@link org.nasworkbench.space.Network}),
 * with shapes, MACs and parameters. JDK only.
 */
package org.nasworkbench.space;
