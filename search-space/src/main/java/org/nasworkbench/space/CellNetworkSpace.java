package org.nasworkbench.space;

import java.util.ArrayList;
import java.util.List;
import org.nasworkbench.space.LayerKind.Add;
import org.nasworkbench.space.LayerKind.Zero;

/**
 * The cells of NAS-Bench-201 in their networks: a stem of 16 channels; five cells, a residual block that halves the resolution and
 * doubles the channels, five cells, a second such block, five cells; a classifier. Dong and Yang, "NAS-Bench-201", ICLR 2020, arXiv
 * 2001.00326, section 2.1, and the authors' code for the residual block: 3x3 convolutions beside a 2x2 average pool with a 1x1
 * convolution.
 *
 * <p>Every operation of a cell is written down, also one that nothing reaches or that leads nowhere, as the benchmark counts them.
 * MACs are the benchmark's less one for each class: it counts the additions of the classifier's bias.
 *
 * @param cells what is searched
 * @param input shape of the image, sides multiples of 4; 3x32x32 as published for CIFAR
 * @param classes classes of the task; 10 as published for CIFAR-10
 */
public record CellNetworkSpace(CellSpace cells, Shape input, int classes) implements NetworkSpace {
    private static final int CELLS_A_STAGE = 5;
    private static final int[] CHANNELS = {16, 32, 64};

    public CellNetworkSpace {
        if (input.height() % 4 != 0 || input.width() % 4 != 0) {
            throw new IllegalArgumentException(
                    "the image of " + cells.name() + " must have sides that are multiples of 4, but was " + input);
        }
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2, but was " + classes);
        }
    }

    /** NAS-Bench-201 as it was published for CIFAR-10. */
    public static CellNetworkSpace cifar10() {
        return new CellNetworkSpace(CellSpace.nasBench201(), new Shape(3, 32, 32), 10);
    }

    @Override
    public String name() {
        return cells.name();
    }

    @Override
    public List<Decision> decisions() {
        return cells.decisions();
    }

    @Override
    public String print(Architecture architecture) {
        return cells.print(architecture);
    }

    @Override
    public Architecture parse(String genotype) {
        return cells.parse(genotype);
    }

    @Override
    public Architecture canonical(Architecture architecture) {
        return cells.canonical(architecture);
    }

    @Override
    public Network network(Architecture architecture) {
        check(architecture);
        NetworkBuilder network = new NetworkBuilder(input);
        int at = network.scope("stem").convolutionNorm("convolution", 0, CHANNELS[0], 3, 1, 1, 1);
        int cell = 0;
        for (int channels : CHANNELS) {
            if (channels > CHANNELS[0]) {
                at = reduce(network.scope("reduce" + channels), at, channels);
            }
            for (int i = 0; i < CELLS_A_STAGE; i++) {
                at = writeCell(network.scope("cell" + cell++), at, architecture);
            }
        }
        int active = network.scope("head").normRelu("last", at);
        network.linear("classes", network.globalPool("pool", active), classes);
        return network.build();
    }

    private static int reduce(NetworkBuilder network, int from, int channels) {
        int first = network.reluConvolutionNorm("first", from, channels, 3, 2);
        int second = network.reluConvolutionNorm("second", first, channels, 3, 1);
        int pooled = network.averagePool("pool", from, 2, 2, 2);
        int beside = network.convolution("beside", pooled, new LayerKind.Convolution(channels, 1, 1, 1, 1, false));
        return network.same("add", new Add(), beside, second);
    }

    private int writeCell(NetworkBuilder network, int from, Architecture architecture) {
        List<Integer> nodes = new ArrayList<>(List.of(from));
        int decision = 0;
        for (int node = 1; node < CellSpace.NODES; node++) {
            List<Integer> terms = new ArrayList<>();
            for (int source = 0; source < node; source++) {
                String operation = cells.operations().get(architecture.choice(decision++));
                if (!operation.equals(CellSpace.NONE)) {
                    terms.add(writeEdge(network, node + "<-" + source, nodes.get(source), operation));
                }
            }
            nodes.add(sum(network, "node" + node, terms, from));
        }
        return nodes.get(CellSpace.NODES - 1);
    }

    private static int sum(NetworkBuilder network, String name, List<Integer> terms, int shape) {
        return switch (terms.size()) {
            case 0 -> network.same(name, new Zero(), shape);
            case 1 -> terms.get(0);
            default ->
                network.same(
                        name,
                        new Add(),
                        terms.stream().mapToInt(Integer::intValue).toArray());
        };
    }

    private static int writeEdge(NetworkBuilder network, String name, int from, String operation) {
        int channels = network.shape(from).channels();
        return switch (operation) {
            case CellSpace.SKIP -> from;
            case CellSpace.POINTWISE -> network.reluConvolutionNorm(name, from, channels, 1, 1);
            case CellSpace.CONVOLUTION -> network.reluConvolutionNorm(name, from, channels, 3, 1);
            case CellSpace.POOL -> network.smooth(name, from, 3);
            default -> throw new IllegalStateException("no way to write the operation " + operation);
        };
    }
}
