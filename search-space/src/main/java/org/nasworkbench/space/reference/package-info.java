/** Networks that others published, layer by layer: what searches and searched networks are compared with. */
package org.nasworkbench.space.reference;
