package org.nasworkbench.evaluation;

import java.util.Optional;
import java.util.OptionalDouble;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.Architecture;

/**
 * One evaluated architecture, as it stands in the trial store.
 *
 * @param number position within its run, from 0
 * @param architecture as the strategy proposed it
 * @param genotype its text
 * @param epochs how long it was trained
 * @param outcome what training gave
 * @param latency its latency; empty where the study knows none
 * @param value the study's objective, larger is better; empty after a failure
 * @param cost what it cost
 * @param cached whether an identical earlier trial of this run answered
 * @param simulatedEndSeconds when it was finished on the simulated clock, from the run's start; 0 where nothing is simulated
 */
public record Trial(
        int number,
        Architecture architecture,
        String genotype,
        int epochs,
        Outcome outcome,
        Optional<Latency> latency,
        OptionalDouble value,
        Cost cost,
        boolean cached,
        double simulatedEndSeconds) {
    /** This at another cost. */
    public Trial at(Cost other) {
        return new Trial(
                number, architecture, genotype, epochs, outcome, latency, value, other, cached, simulatedEndSeconds);
    }
}
