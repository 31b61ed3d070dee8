/** Shows runs in a browser on this machine, while they go on. Reads, and never writes. */
package org.nasworkbench.experiment.serve;
