package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nasworkbench.results.CriticalDifference;
import org.nasworkbench.results.CriticalDifference.Method;
import org.nasworkbench.results.StudyResults;

/**
 * How strategies rank on average over a study's seeds, in the form of J. Demšar, "Statistical comparisons of classifiers over multiple
 * data sets", Journal of Machine Learning Research 7, 2006: the best on the right, bars join those that are not told apart. Wilcoxon's
 * test with Holm's correction tells them apart, as A. Benavoli, G. Corani and F. Mangili, "Should we really use post-hoc tests based on
 * mean-ranks?", Journal of Machine Learning Research 17, 2016, ask for; so there is no bracket of a critical difference.
 */
public final class CriticalDifferenceDiagram implements Figure {
    private static final double AXIS = 16;
    private static final double BAR = 5.5;
    private static final double ROW = 11;
    private static final double LONGEST_NAME = 100;
    private static final double BESIDE = 150;
    private static final BasicStroke STEM = new BasicStroke(0.7f, BasicStroke.CAP_SQUARE, BasicStroke.JOIN_MITER);
    private static final BasicStroke CLIQUE = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);

    @Override
    public String name() {
        return "critical-difference";
    }

    @Override
    public String title() {
        return "Average ranks over seeds";
    }

    @Override
    public boolean appliesTo(StudyResults results) {
        return CriticalDifference.measure(results).isPresent();
    }

    @Override
    public Size size(StudyResults results) {
        return Size.page(ranks(results)
                .map(ranks -> names(ranks) + ROW * ((ranks.methods().size() + 1) / 2))
                .orElse(80.0));
    }

    @Override
    public String caption(StudyResults results) {
        return ranks(results)
                .map(ranks -> String.format(
                        Locale.ROOT,
                        "Average ranks of the %s of %d strategies over n = %,d seeds; 1, on the right, is best. "
                                + (ranks.cliques().isEmpty()
                                        ? "No bar joins any, since all pairs are told apart"
                                        : "Bars join strategies that are not told apart, dots are their members")
                                + ": Wilcoxon's signed rank test with"
                                + " Holm's correction over %d pairs, 0.05. Friedman's test: χ² = %.2f, p %s. Ranks say which is above, not by"
                                + " how much.",
                        CriticalDifference.measure(results).orElseThrow().label(),
                        ranks.methods().size(),
                        ranks.blocks(),
                        ranks.verdicts().size(),
                        ranks.friedman().chiSquare(),
                        Numbers.probability(ranks.friedman().chiSquareP())))
                .orElse("Ranks need three strategies or more, and as many seeds with a number for each of them as could"
                        + " tell two of them apart.");
    }

    @Override
    public void paint(Graphics2D g, Size size, StudyResults results) {
        StrategyStyles styles = new StrategyStyles(results);
        Optional<CriticalDifference> ranks = ranks(results);
        if (ranks.isPresent()) {
            new Painting(g, ranks.get(), styles, BESIDE, size.widthPoints() - BESIDE).paint();
            return;
        }
        Legend legend = new Legend();
        styles.strategies()
                .forEach(strategy -> legend.line(
                        strategy,
                        styles.of(strategy).color(),
                        STEM,
                        styles.of(strategy).marker(2.4)));
        double below = legend.draw(g, 4, 2, size.widthPoints() - 8);
        Lettering.draw(g, "too few strategies or seeds to rank", Lettering.SMALL, Lettering.QUIET, 4, below + 14, 0);
    }

    private static Optional<CriticalDifference> ranks(StudyResults results) {
        return CriticalDifference.measure(results).map(measure -> CriticalDifference.of(results, measure));
    }

    /** Where the names begin. */
    private static double names(CriticalDifference ranks) {
        return AXIS + 6 + BAR * ranks.cliques().size() + 8;
    }

    /** One diagram; the best rank lies at {@code right}, the worst possible one at {@code left}. */
    private record Painting(Graphics2D g, CriticalDifference ranks, StrategyStyles styles, double left, double right) {
        void paint() {
            axis();
            List<Method> methods = ranks.methods();
            int onTheRight = (methods.size() + 1) / 2;
            for (int i = 0; i < methods.size(); i++) {
                boolean better = i < onTheRight;
                stem(methods.get(i), better ? i : methods.size() - 1 - i, better);
            }
            for (int i = 0; i < ranks.cliques().size(); i++) {
                clique(ranks.cliques().get(i), AXIS + 6 + BAR * (i + 0.5));
            }
            methods.forEach(method -> mark(method, AXIS, 2.6));
        }

        private double x(double rank) {
            return right - (rank - 1) / (ranks.methods().size() - 1) * (right - left);
        }

        private void axis() {
            g.setColor(Lettering.INK);
            g.setStroke(STEM);
            g.draw(new Line2D.Double(left, AXIS, right, AXIS));
            for (int rank = 1; rank <= ranks.methods().size(); rank++) {
                g.setColor(Lettering.INK);
                g.draw(new Line2D.Double(x(rank), AXIS - 4, x(rank), AXIS));
                String label = Integer.toString(rank);
                Lettering.draw(g, label, Lettering.SMALL, Lettering.INK, x(rank), AXIS - 6.5, 0.5);
            }
            Lettering.draw(g, "Average rank", Lettering.LABEL, Lettering.INK, right + 8, AXIS + 2.5, 0);
        }

        /** A line from the method's rank to its name beside the axis. */
        private void stem(Method method, int row, boolean better) {
            double x = x(method.averageRank());
            double y = names(ranks) + ROW * row;
            double edge = better ? right + 4 : left - 4;
            g.setColor(Axes.FRAME);
            g.setStroke(STEM);
            g.draw(new Line2D.Double(x, AXIS, x, y));
            g.draw(new Line2D.Double(x, y, edge, y));
            String name = Lettering.fitted(method.name(), Lettering.SMALL, LONGEST_NAME);
            String rank = Numbers.fixed(method.averageRank(), 2);
            double nameAt = better ? edge + 4 : edge - 4;
            double rankAt = nameAt + (better ? 1 : -1) * (Lettering.width(name, Lettering.SMALL) + 5);
            Lettering.draw(g, name, Lettering.SMALL, Lettering.INK, nameAt, y + 2.5, better ? 0 : 1);
            Lettering.draw(g, rank, Lettering.SMALL, Lettering.QUIET, rankAt, y + 2.5, better ? 0 : 1);
        }

        private void clique(List<String> members, double y) {
            List<Double> places = ranks.methods().stream()
                    .filter(method -> members.contains(method.name()))
                    .map(method -> x(method.averageRank()))
                    .toList();
            g.setColor(Lettering.INK);
            g.setStroke(CLIQUE);
            g.draw(new Line2D.Double(places.get(0), y, places.get(places.size() - 1), y));
            ranks.methods().stream()
                    .filter(method -> members.contains(method.name()))
                    .forEach(method -> mark(method, y, 2));
        }

        private void mark(Method method, double y, double radius) {
            StrategyStyle style = styles.of(method.name());
            var marker = AffineTransform.getTranslateInstance(x(method.averageRank()), y)
                    .createTransformedShape(style.marker(radius));
            g.setColor(style.color());
            g.fill(marker);
            g.setColor(Color.WHITE);
            g.setStroke(Axes.HAIR);
            g.draw(marker);
        }
    }
}
