/**
 * Worker processes: heavy work runs in JVMs of its own, one piece at a time and one thread each (the engine allows one gradient
 * collector a JVM and is fastest so), started with the environment that the engine's memory needs. Every second of every worker
 * slot goes to the ledger.
 */
package org.nasworkbench.experiment.worker;
