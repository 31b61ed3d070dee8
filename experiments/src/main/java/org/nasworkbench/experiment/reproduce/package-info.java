/** Runs a study again from the folder of an earlier run alone, compares trial by trial, and says what differs first. */
package org.nasworkbench.experiment.reproduce;
