/** The workbench as a whole: version and command line entry. */
package org.nasworkbench.experiment;
