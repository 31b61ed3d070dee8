package org.nasworkbench.latency;

import ai.djl.ndarray.NDArray;

/** A class beside the platform that uses its library: what a rule must find. */
public interface SecondOfDjl {
    /** The offence. */
    NDArray array();
}
