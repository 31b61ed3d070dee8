package org.nasworkbench.results;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.rank.Median;

/**
 * The incumbents of one strategy's seeds together: median, least and largest at a common grid. It stands only where every seed has
 * found something and none has ended: a run's last value is carried forward between its trials, never past its last one, since
 * that would credit it with time that it did not spend. With few seeds, least and largest show all there is; quartiles of three
 * runs would be invented.
 *
 * @param points by spent, each valid up to the next
 * @param seeds how many runs
 */
public record IncumbentBand(List<Point> points, int seeds) {
    public IncumbentBand {
        points = List.copyOf(points);
    }

    /** Values from {@code spent} on. */
    public record Point(double spent, double median, double least, double largest) {}

    /** The band at every place where one of the curves rises, and at the end: exact, nothing falls between grid points. */
    public static IncumbentBand over(List<Incumbent> curves) {
        return over(
                curves,
                DoubleStream.concat(
                                curves.stream().flatMapToDouble(curve -> curve.steps().stream()
                                        .mapToDouble(Incumbent.Step::spent)),
                                curves.stream().mapToDouble(Incumbent::end))
                        .toArray());
    }

    /** The band at those points of a grid where it stands. */
    public static IncumbentBand over(List<Incumbent> curves, double... grid) {
        List<Point> points = new ArrayList<>();
        for (double spent : DoubleStream.of(grid).sorted().distinct().toArray()) {
            double[] values = curves.stream()
                    .flatMapToDouble(curve -> curve.at(spent).stream())
                    .sorted()
                    .toArray();
            if (values.length == curves.size() && values.length > 0) {
                points.add(new Point(spent, new Median().evaluate(values), values[0], values[values.length - 1]));
            }
        }
        return new IncumbentBand(points, curves.size());
    }
}
