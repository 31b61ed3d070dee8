/** Apache Spark as executor: one job a piece of work, done by a worker process beside the Spark executor that got it. */
package org.nasworkbench.spark;
