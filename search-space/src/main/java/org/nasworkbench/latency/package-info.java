/**
 * Latency: tables of (block place, option) measured on a platform, the line that turns their sum into a
 * prediction, checks of it against whole networks, and the one
 * {@link org.nasworkbench.latency.LatencyEvaluator} that all strategies share.
 */
package org.nasworkbench.latency;
