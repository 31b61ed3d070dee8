package org.nasworkbench.space;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A cell of four nodes, each joined to all before it by one operation an edge; the network repeats the cell. The space of Dong and
 * Yang, "NAS-Bench-201", ICLR 2020, arXiv 2001.00326, and of the micro part of Duan et al., "TransNAS-Bench-101", CVPR 2021, arXiv
 * 2105.11871.
 *
 * <p>A genotype text is NAS-Bench-201's: {@code |nor_conv_3x3~0|+|none~0|skip_connect~1|+|...|}, where {@code ~0} names the node
 * that an edge comes from. The indices of the operations in the order of the edges, such as {@code 304213}, are read too.
 *
 * @param name such as {@code nb201}
 * @param operations what an edge can be
 */
public record CellSpace(String name, List<String> operations) implements SearchSpace {
    /** Nothing passes an edge of this kind. */
    public static final String NONE = "none";

    /** An edge of this kind passes on what its node holds. */
    public static final String SKIP = "skip_connect";

    static final String POINTWISE = "nor_conv_1x1";
    static final String CONVOLUTION = "nor_conv_3x3";
    static final String POOL = "avg_pool_3x3";
    static final int NODES = 4;

    private static final String NOTHING = "#";
    private static final int EDGES = NODES * (NODES - 1) / 2;
    private static final Map<CellSpace, Map<Architecture, Architecture>> REPRESENTATIVES =
            Collections.synchronizedMap(new HashMap<>());

    public CellSpace {
        operations = List.copyOf(operations);
    }

    /** NAS-Bench-201: 15,625 cells, 6,466 different ones. */
    public static CellSpace nasBench201() {
        return new CellSpace("nb201", List.of(NONE, SKIP, POINTWISE, CONVOLUTION, POOL));
    }

    /** The cells of TransNAS-Bench-101: 4,096. */
    public static CellSpace transNasMicro() {
        return new CellSpace("transnas-micro", List.of(NONE, SKIP, POINTWISE, CONVOLUTION));
    }

    @Override
    public List<Decision> decisions() {
        return edges().stream()
                .map(edge -> new Decision("edge" + edge.to() + "<-" + edge.from(), operations))
                .toList();
    }

    @Override
    public String print(Architecture architecture) {
        check(architecture);
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int node = 1; node < NODES; node++) {
            text.append(node == 1 ? "|" : "+|");
            for (int from = 0; from < node; from++) {
                text.append(operations.get(architecture.choice(at++)))
                        .append('~')
                        .append(from)
                        .append('|');
            }
        }
        return text.toString();
    }

    @Override
    public Architecture parse(String genotype) {
        String text = genotype.strip();
        if (text.matches("\\d+")) {
            return check(Architecture.ofDigits(text));
        }
        List<Integer> choices = new ArrayList<>();
        for (String word : text.split("[|+]+")) {
            if (!word.isBlank()) {
                choices.add(choice(word.strip(), choices.size()));
            }
        }
        return check(new Architecture(choices));
    }

    private int choice(String word, int at) {
        String operation = word.replaceAll("~\\d$", "");
        if (!operations.contains(operation)) {
            throw new IllegalArgumentException("an operation of " + name + " must be one of " + operations
                    + ", but was '" + operation + "'; did you mean '" + Nearest.word(operation, operations) + "'?");
        }
        if (at >= EDGES || !word.equals(operation + "~" + edges().get(at).from())) {
            throw new IllegalArgumentException("operation " + at + " of a cell of " + name + " must be "
                    + (at < EDGES ? operation + "~" + edges().get(at).from() : "absent") + ", but was '" + word + "'");
        }
        return operations.indexOf(operation);
    }

    /**
     * The first, by indices, of the cells that the benchmark's own rule takes for the same: what is computed from nothing is nothing,
     * a skip is the node that it passes on, and the edges into a node may come in any order. In NAS-Bench-201 that leaves 6,466.
     *
     * <p>The rule is not exact. A sum that a skip passes on is not taken apart, so that some equal cells stay apart. And a node that
     * is used twice is written out twice, so that twice one convolution and the sum of two convolutions are the same: of the 15,625
     * cells, 449 stand for another number of convolutions that lead from the input to the output than their canonical form does. Counting all
     * convolutions, also those that lead nowhere, it is 4,429.
     */
    @Override
    public Architecture canonical(Architecture architecture) {
        return REPRESENTATIVES.computeIfAbsent(this, CellSpace::representatives).get(check(architecture));
    }

    private static Map<Architecture, Architecture> representatives(CellSpace space) {
        Map<String, Architecture> first = new HashMap<>();
        Map<Architecture, Architecture> representatives = new HashMap<>();
        space.all()
                .forEach(cell ->
                        representatives.put(cell, first.computeIfAbsent(space.expression(cell), expression -> cell)));
        return representatives;
    }

    /** All cells, by indices. */
    public List<Architecture> all() {
        int size = size().intValueExact();
        return IntStream.range(0, size).mapToObj(this::cell).toList();
    }

    private Architecture cell(int index) {
        int[] choices = new int[EDGES];
        int rest = index;
        for (int i = EDGES - 1; i >= 0; i--) {
            choices[i] = rest % operations.size();
            rest /= operations.size();
        }
        return Architecture.of(choices);
    }

    /** What the last node holds, as text; equal texts, equal cells. */
    private String expression(Architecture architecture) {
        List<String> nodes = new ArrayList<>(List.of("0"));
        int at = 0;
        for (int node = 1; node < NODES; node++) {
            List<String> terms = new ArrayList<>();
            for (int from = 0; from < node; from++) {
                terms.add(term(operations.get(architecture.choice(at++)), nodes.get(from)));
            }
            nodes.add(terms.stream().sorted().collect(Collectors.joining("+")));
        }
        return nodes.get(NODES - 1);
    }

    private static String term(String operation, String input) {
        if (operation.equals(NONE) || input.equals(NOTHING)) {
            return NOTHING;
        }
        return operation.equals(SKIP) ? input : "(" + input + ")@" + operation;
    }

    private record Edge(int to, int from) {}

    private static List<Edge> edges() {
        List<Edge> edges = new ArrayList<>();
        for (int to = 1; to < NODES; to++) {
            for (int from = 0; from < to; from++) {
                edges.add(new Edge(to, from));
            }
        }
        return edges;
    }
}
