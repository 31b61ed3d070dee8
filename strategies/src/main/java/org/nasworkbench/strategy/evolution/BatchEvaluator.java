package org.nasworkbench.strategy.evolution;

import io.jenetics.IntegerGene;
import io.jenetics.Phenotype;
import io.jenetics.engine.Evaluator;
import io.jenetics.util.ISeq;
import io.jenetics.util.Seq;
import java.util.ArrayList;
import java.util.List;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.strategy.Laboratory;

/**
 * Lets the laboratory evaluate whoever of a population is new, in the population's order. Failed networks and those that the
 * budget no longer covers get the worst fitness.
 */
final class BatchEvaluator implements Evaluator<IntegerGene, Double> {
    private static final double WORST = Double.NEGATIVE_INFINITY;

    private final Laboratory lab;
    private final Encoding encoding;
    private final int chunk;
    private final List<Trial> trials = new ArrayList<>();

    /** @param chunk most architectures to propose at once */
    BatchEvaluator(Laboratory lab, Encoding encoding, int chunk) {
        this.lab = lab;
        this.encoding = encoding;
        this.chunk = chunk;
    }

    /** Everything evaluated so far. */
    List<Trial> trials() {
        return trials;
    }

    /** @throws Interruption when the laboratory is interrupted: Jenetics lets no checked exception through */
    @Override
    public ISeq<Phenotype<IntegerGene, Double>> eval(Seq<Phenotype<IntegerGene, Double>> population) {
        List<Phenotype<IntegerGene, Double>> fresh =
                population.stream().filter(Phenotype::nonEvaluated).toList();
        int before = trials.size();
        try {
            for (int from = 0; from < fresh.size() && !lab.exhausted(); from += chunk) {
                trials.addAll(lab.evaluate(fresh.subList(from, Math.min(from + chunk, fresh.size())).stream()
                        .map(phenotype -> encoding.decode(phenotype.genotype()))
                        .toList()));
            }
        } catch (InterruptedException e) {
            throw new Interruption(e);
        }
        List<Phenotype<IntegerGene, Double>> evaluated = new ArrayList<>();
        int next = before;
        for (Phenotype<IntegerGene, Double> phenotype : population) {
            if (phenotype.isEvaluated()) {
                evaluated.add(phenotype);
            } else {
                evaluated.add(phenotype.withFitness(next < trials.size() ? fitness(trials.get(next)) : WORST));
                next++;
            }
        }
        return ISeq.of(evaluated);
    }

    private static double fitness(Trial trial) {
        return trial.value().orElse(WORST);
    }

    /** Carries an InterruptedException through Jenetics. */
    static final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient InterruptedException cause;

        Interruption(InterruptedException cause) {
            super(cause);
            this.cause = cause;
        }

        InterruptedException interrupted() {
            return cause;
        }
    }
}
