/** The command line: one class per command, each thin. */
package org.nasworkbench.experiment.cli;
