/** The platform {@code command}: a program of the user's times networks, on whatever device it likes. */
package org.nasworkbench.latency.command;
