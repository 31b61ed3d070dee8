package org.nasworkbench.figures;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.nasworkbench.results.Projection;
import org.nasworkbench.results.StudyResults;

/** What each strategy cost: measured device time by category on the left, and apart from it the article's scale on the right. */
public final class CostByCategory implements Figure {
    private static final double TITLE = 12;
    private static final double ROW = 18;
    private static final double HEADER_AND_AXIS = 64;
    private static final double BETWEEN = 20;
    private static final double LEFT_SHARE = 0.57;
    private static final double LONGEST_NAME = 95;

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public String title() {
        return "Cost by category, measured and projected";
    }

    @Override
    public boolean appliesTo(StudyResults results) {
        return !results.charges().isEmpty();
    }

    @Override
    public Size size(StudyResults results) {
        List<String> strategies = new StrategyStyles(results).strategies();
        int bars = MeasuredCost.of(results, strategies).bars().size();
        return Size.page(HEADER_AND_AXIS + ROW * Math.max(2, bars));
    }

    @Override
    public String caption(StudyResults results) {
        Projection projection = results.projection();
        boolean simulated = results.simulated();
        return "Left: "
                + (simulated
                        ? "device time that the table records for each strategy's trainings, mean over seeds"
                        : "measured device time, mean over seeds; whole study: what no strategy caused, summed")
                + ". Right, hatched: not measured but projected, trainings paid for (a shorter one as its share; mean over seeds) × "
                + gpuDays(projection.gpuDaysPerTraining()) + " × "
                + Numbers.dollars(projection.dollarsPerGpuDay())
                + " a GPU-day; shared weights count as "
                + Numbers.plain(projection.supernetTrainings(), 3) + " trainings more. Assumptions: "
                + projection.source()
                + ". Dashed: the article's own numbers, $700 for a supernet and $70,000 for 1,000 trainings.";
    }

    private static String gpuDays(double days) {
        return Numbers.plain(days, 3) + (days == 1 ? " GPU-day" : " GPU-days");
    }

    @Override
    public void paint(Graphics2D g, Size size, StudyResults results) {
        StrategyStyles styles = new StrategyStyles(results);
        List<String> strategies = styles.strategies();
        MeasuredCost measured = MeasuredCost.of(results, strategies);
        Legend legend = new Legend();
        measured.categories().forEach(category -> legend.patch(category, MeasuredCost.color(category)));
        double names = 14
                + strategies.stream()
                        .map(strategy -> Lettering.fitted(strategy, Lettering.SMALL, LONGEST_NAME))
                        .mapToDouble(name -> Lettering.width(name, Lettering.SMALL))
                        .max()
                        .orElse(0);
        names = Math.max(names, 50);
        double room = size.widthPoints() - names - BETWEEN - 8;
        double right = names + LEFT_SHARE * room + BETWEEN;
        double below = TITLE + Math.max(18, legend.draw(g, names, TITLE, LEFT_SHARE * room)) + 4;
        double height = size.heightPoints() - below - 1;
        String measuredTitle =
                measured.simulated() ? "Simulated: time that the table records" : "Measured: device time";
        Lettering.draw(g, measuredTitle, Lettering.LABEL, Lettering.INK, names, 9, 0);
        Lettering.draw(g, "Projected to the article's scale", Lettering.LABEL, Lettering.INK, right, 9, 0);
        Lettering.draw(g, "not measured; see caption", Lettering.SMALL, Lettering.QUIET, right, 18, 0);
        BarPanel left =
                new MeasuredBars(measured).draw(g, new Rectangle2D.Double(names, below, LEFT_SHARE * room, height));
        for (int row = 0; row < strategies.size(); row++) {
            name(g, strategies.get(row), styles.of(strategies.get(row)), names, left.y(row));
        }
        if (!measured.simulated()) {
            double y = left.y(strategies.size()) + 2.5;
            Lettering.draw(g, "whole study", Lettering.SMALL, Lettering.QUIET, names - 4, y, 1);
        }
        ProjectedBars.of(results, styles)
                .draw(
                        g,
                        new Rectangle2D.Double(right, below, (1 - LEFT_SHARE) * room, height),
                        measured.bars().size());
    }

    private static void name(Graphics2D g, String strategy, StrategyStyle style, double right, double y) {
        String name = Lettering.fitted(strategy, Lettering.SMALL, LONGEST_NAME);
        Lettering.draw(g, name, Lettering.SMALL, Lettering.INK, right - 11, y + 2.5, 1);
        g.setColor(style.color());
        g.fill(AffineTransform.getTranslateInstance(right - 6, y).createTransformedShape(style.marker(2.4)));
    }
}
