/**
 * Latencies learned from timings of whole networks: an additive table by {@link org.nasworkbench.latency.fitted.AdditiveFit} where
 * there are many, a new device by {@link org.nasworkbench.latency.fitted.TransferredLatency} where there are few and other devices
 * are known.
 */
package org.nasworkbench.latency.fitted;
