package org.nasworkbench.figures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Networks block by block, one below the other: colour and text tell a block's kernel, height its expansion. Networks of equally many
 * stages stand stage below stage.
 *
 * @param name of its files
 * @param networks at least one
 * @param how where they come from, in sentences; may be empty
 */
public record NetworkDiagram(String name, List<DrawnNetwork> networks, String how) implements Drawing {
    private static final double LEGEND = 14;
    private static final double TITLE = 11;
    private static final double ABOVE = 8;
    private static final double TALLEST = 21;
    private static final double LABELS = 18;
    private static final double BETWEEN = 6;
    private static final double ROW = TITLE + ABOVE + TALLEST + LABELS + BETWEEN;
    private static final double LEFT = 40;
    private static final double WIDEST = 24;
    private static final double STAGE_GAP = 4;
    private static final BasicStroke WIRE = new BasicStroke(0.8f);
    private static final BasicStroke GROUPED =
            new BasicStroke(0.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2, 1.4f}, 0);

    public NetworkDiagram {
        networks = List.copyOf(networks);
        if (networks.isEmpty()) {
            throw new IllegalArgumentException("at least one network must be drawn, but there is none");
        }
    }

    @Override
    public String title() {
        return "Networks block by block";
    }

    @Override
    public String caption() {
        return "Networks from the image’s side, left, to the output’s side, right, without stem and head. A box is a block, an inverted"
                + " residual: colour and text tell the depthwise kernel (3d2: 3×3 with dilation 2), height and text above the"
                + " expansion of the channels (e6: sixfold); g2 and a dashed edge: pointwise convolutions in 2 groups; se:"
                + " squeeze-and-excitation. Skip: identity, or what the space puts in its place where the shape changes. Below each"
                + " stage its channels and its resolution relative to the image." + (how.isEmpty() ? "" : " " + how);
    }

    @Override
    public Size size() {
        return Size.page(LEGEND + ROW * networks.size());
    }

    @Override
    public void paint(Graphics2D g) {
        legend().draw(g, 4, 1, size().widthPoints() - 8);
        for (int i = 0; i < networks.size(); i++) {
            DrawnNetwork network = networks.get(i);
            double y = LEGEND + ROW * i;
            double room = size().widthPoints() - 8;
            String title = Lettering.fitted(network.title(), Lettering.LABEL, room);
            Lettering.draw(g, title, Lettering.LABEL, Lettering.INK, 4, y + 8, 0);
            row(g, network, columns(network.stages().size()), y + TITLE + ABOVE + TALLEST / 2);
        }
    }

    private Legend legend() {
        Legend legend = new Legend();
        networks.stream()
                .flatMap(network -> network.blocks().stream())
                .filter(block -> !block.skipped())
                .sorted(Comparator.comparingInt(DrawnBlock::dilation).thenComparingInt(DrawnBlock::kernel))
                .collect(Collectors.toMap(
                        DrawnBlock::kernelWords, NetworkDiagram::color, (one, same) -> one, LinkedHashMap::new))
                .forEach(legend::patch);
        return legend;
    }

    /** How many blocks the networks of so many stages have at most in each of them. */
    private List<Integer> columns(int stages) {
        List<Integer> most = new ArrayList<>(Collections.nCopies(stages, 0));
        for (DrawnNetwork network : networks) {
            List<List<DrawnBlock>> own = network.stages();
            for (int i = 0; own.size() == stages && i < stages; i++) {
                most.set(i, Math.max(most.get(i), own.get(i).size()));
            }
        }
        return most;
    }

    private void row(Graphics2D g, DrawnNetwork network, List<Integer> columns, double middle) {
        int blocks = columns.stream().mapToInt(Integer::intValue).sum();
        double room = size().widthPoints() - LEFT - 6 - STAGE_GAP * (columns.size() - 1);
        double pitch = Math.min(WIDEST, room / blocks);
        double below = middle + TALLEST / 2;
        Lettering.draw(g, "channels", Lettering.SMALL, Lettering.QUIET, LEFT - 6, below + 9, 1);
        Lettering.draw(g, "resolution", Lettering.SMALL, Lettering.QUIET, LEFT - 6, below + 16.5, 1);
        double x = LEFT;
        List<List<DrawnBlock>> stages = network.stages();
        for (int stage = 0; stage < stages.size(); stage++) {
            List<DrawnBlock> members = stages.get(stage);
            double width = members.size() * pitch;
            double end = stage < stages.size() - 1 ? x + columns.get(stage) * pitch + STAGE_GAP : x + width;
            g.setColor(Axes.FRAME);
            g.setStroke(WIRE);
            g.draw(new Line2D.Double(x, middle, end, middle));
            for (int i = 0; i < members.size(); i++) {
                block(g, members.get(i), x + (i + 0.5) * pitch, middle, pitch - 2);
            }
            g.setColor(Lettering.INK);
            g.setStroke(Axes.HAIR);
            g.draw(new Line2D.Double(x + 1, below + 2, x + width - 1, below + 2));
            String channels = Integer.toString(members.get(0).output().channels());
            String resolution = "1/" + network.reduction(members.get(0).output());
            Lettering.draw(g, channels, Lettering.SMALL, Lettering.INK, x + width / 2, below + 9, 0.5);
            Lettering.draw(g, resolution, Lettering.SMALL, Lettering.INK, x + width / 2, below + 16.5, 0.5);
            x += columns.get(stage) * pitch + STAGE_GAP;
        }
    }

    private static void block(Graphics2D g, DrawnBlock block, double x, double middle, double width) {
        double height = block.skipped() ? 0 : Math.min(TALLEST, 6.5 + 2.4 * block.expansion());
        if (!block.skipped()) {
            Rectangle2D box = new Rectangle2D.Double(x - width / 2, middle - height / 2, width, height);
            g.setColor(color(block));
            g.fill(box);
            g.setColor(Lettering.INK);
            g.setStroke(block.groups() > 1 ? GROUPED : Axes.HAIR);
            g.draw(box);
            Lettering.draw(g, block.kernelText(), Lettering.SMALL, Lettering.INK, x, middle + 2.5, 0.5);
        }
        Lettering.draw(
                g, block.widthText(), Lettering.SMALL, Lettering.INK, x, middle - Math.max(height, 2) / 2 - 1.5, 0.5);
    }

    /** Light colours of Okabe and Ito, so that text on them is read. */
    private static Color color(DrawnBlock block) {
        int place = block.dilation() > 1 ? 2 : block.kernel() == 3 ? 5 : block.kernel() == 5 ? 1 : 4;
        return Blend.of(Color.WHITE, StrategyStyle.at(place).color(), 0.6);
    }
}
