package org.nasworkbench.evaluation;

import java.util.OptionalDouble;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.Architecture;

/**
 * One evaluated architecture, as it stands in the trial store.
 *
 * @param number position within its run, from 0
 * @param architecture as the strategy proposed it
 * @param genotype its text
 * @param outcome what training gave
 * @param latency predicted latency
 * @param value the study's objective, larger is better; empty after a failure
 * @param cost what it cost
 * @param cached whether an identical earlier trial of this run answered
 */
public record Trial(
        int number,
        Architecture architecture,
        String genotype,
        Outcome outcome,
        Latency latency,
        OptionalDouble value,
        Cost cost,
        boolean cached) {}
