package org.nasworkbench.table;

import java.util.List;
import java.util.Map;
import org.nasworkbench.latency.AdditiveLatency;
import org.nasworkbench.latency.Latency;
import org.nasworkbench.space.Architecture;
import org.nasworkbench.space.BlockOption;
import org.nasworkbench.space.FbnetSpace;
import org.nasworkbench.space.Nearest;
import org.nasworkbench.table.TableDefinition.Bounds;
import org.nasworkbench.table.TableDefinition.Unit;

/**
 * The latency of FBNets on one of 27 device settings, as a sum over blocks; a number behind a device is the size of the batch.
 *
 * <p>What each option adds at each block to the network of skips was fitted by least squares to the latencies of 5,000 networks in
 * the data of Lee et al., "HELP: Hardware-Adaptive Efficient Latency Prediction for NAS via Meta-Learning", NeurIPS 2021, arXiv
 * 2106.08630; those of pixel3, raspi4, eyeriss and fpga are from Li et al., "HW-NAS-Bench", ICLR 2021, arXiv 2103.10584, which sums
 * itself, so that the fit is exact. In cross-validation the mean error of the others is below 3 %, but 5 to 11 % for the phones
 * essential, pixel2, samsung_a50 and samsung_s7. Blocks that stand at equal places were fitted apart, so that an architecture and its
 * canonical form may differ a little.
 */
public final class FbnetLatency implements AdditiveLatency {
    private static final TableSource SHIPPED = new TableSource.Shipped("fbnet-lut.csv.gz");

    private final FbnetSpace space;
    private final double baseMillis;
    private final double[][] terms;

    /**
     * Looks up all blocks on one device.
     *
     * @param space as it was published: the latencies are of no other image size
     * @param device one of {@link #devices}
     */
    public FbnetLatency(FbnetSpace space, String device) {
        if (!space.equals(FbnetSpace.cifar100())) {
            throw new IllegalArgumentException("latencies were recorded for the space fbnet with input "
                    + FbnetSpace.cifar100().input() + " and "
                    + FbnetSpace.cifar100().classes()
                    + " classes, but it had " + space.input() + " and " + space.classes());
        }
        RawTable table = read();
        List<String> devices = devices(table);
        if (!devices.contains(device)) {
            throw new IllegalArgumentException("a device of the space fbnet must be one of " + devices + ", but was '"
                    + device + "'; did you mean '" + Nearest.word(device, devices) + "'?");
        }
        this.space = space;
        List<String> options = space.options().stream().map(BlockOption::name).toList();
        terms = new double[space.decisions().size()][options.size()];
        double base = 0;
        for (int row = 0; row < table.rows(); row++) {
            if (!table.words().get("device").get(row).equals(device)) {
                continue;
            }
            double millis = table.numbers().get("delta_ms")[row];
            int block = Integer.parseInt(table.words().get("layer").get(row));
            if (block < 0) {
                base = millis;
            } else {
                terms[block][options.indexOf(table.words().get("op").get(row))] = millis;
            }
        }
        baseMillis = base;
    }

    /** The names of the devices, in alphabetical order. */
    public static List<String> devices() {
        return devices(read());
    }

    private static List<String> devices(RawTable table) {
        return table.words().get("device").stream().distinct().sorted().toList();
    }

    private static RawTable read() {
        return TableReader.read(SHIPPED, List.of("device", "layer", "op"), Map.of("delta_ms", Bounds.of(Unit.RANGE)));
    }

    @Override
    public Latency of(Architecture architecture) {
        space.check(architecture);
        double millis = baseMillis;
        for (int block = 0; block < terms.length; block++) {
            millis += terms[block][architecture.choice(block)];
        }
        return new Latency(millis);
    }

    @Override
    public double[][] terms() {
        double[][] copy = new double[terms.length][];
        for (int block = 0; block < copy.length; block++) {
            copy[block] = terms[block].clone();
        }
        return copy;
    }

    @Override
    public double baseMillis() {
        return baseMillis;
    }
}
