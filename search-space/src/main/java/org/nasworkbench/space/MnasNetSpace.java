package org.nasworkbench.space;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The MnasNet space as Accel-NASBench has it: seven blocks of inverted residuals; each block has an expansion, a kernel, a number of
 * layers, and squeeze-and-excitation or not. Tan et al., "MnasNet: Platform-Aware Neural Architecture Search for Mobile", CVPR 2019,
 * arXiv 1807.11626; Ahmad et al., "Accel-NASBench: Sustainable Benchmarking for Accelerator-Aware NAS", DAC 2024, arXiv 2404.08005.
 *
 * <p>Channels and strides are those of the benchmark's code, which takes them from EfficientNet-B0; so are what happens at expansion 1
 * (no expanding convolution) and the squeezed width (a quarter of the layer's input channels). Deviation: activations are ReLU
 * throughout, where the benchmark takes SiLU on GPUs; neither has MACs or parameters.
 *
 * <p>A genotype text is 28 digits, which may be separated by blanks: expansions, kernels, layers and squeeze-and-excitation of the
 * seven blocks. EfficientNet-B0 is {@code 1666666 3353553 1223341 1111111}.
 *
 * @param input shape of the image; 3x224x224 as published
 * @param classes classes of the task; 1,000 as published
 */
public record MnasNetSpace(Shape input, int classes) implements NetworkSpace {
    private static final int STEM = 32;
    private static final int HEAD = 1280;
    private static final int[] CHANNELS = {16, 24, 40, 80, 112, 192, 320};
    private static final int[] STRIDES = {1, 2, 2, 2, 1, 2, 1};
    private static final int BLOCKS = CHANNELS.length;
    private static final int DEEPER = 5;

    private static final List<Decision> DECISIONS = decide();

    public MnasNetSpace {
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2, but was " + classes);
        }
    }

    /** The space as it was published for ImageNet. */
    public static MnasNetSpace imageNet() {
        return new MnasNetSpace(new Shape(3, 224, 224), 1000);
    }

    private static List<Decision> decide() {
        List<Decision> decisions = new ArrayList<>();
        IntStream.range(0, BLOCKS).forEach(b -> decisions.add(new Decision("e" + b, List.of("1", "4", "6"))));
        IntStream.range(0, BLOCKS).forEach(b -> decisions.add(new Decision("k" + b, List.of("3", "5"))));
        IntStream.range(0, BLOCKS)
                .forEach(b -> decisions.add(
                        new Decision("l" + b, b == DEEPER ? List.of("1", "2", "3", "4") : List.of("1", "2", "3"))));
        IntStream.range(0, BLOCKS).forEach(b -> decisions.add(new Decision("se" + b, List.of("0", "1"))));
        return List.copyOf(decisions);
    }

    @Override
    public String name() {
        return "mnasnet";
    }

    @Override
    public List<Decision> decisions() {
        return DECISIONS;
    }

    @Override
    public String print(Architecture architecture) {
        check(architecture);
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < DECISIONS.size(); i++) {
            digits.append(DECISIONS.get(i).options().get(architecture.choice(i)));
        }
        return digits.toString();
    }

    @Override
    public Architecture parse(String genotype) {
        String digits = genotype.replaceAll("\\s", "");
        if (digits.length() != DECISIONS.size()) {
            throw new IllegalArgumentException("a genotype of mnasnet must have " + DECISIONS.size() + " digits, but '"
                    + genotype + "' has " + digits.length());
        }
        int[] choices = new int[digits.length()];
        for (int i = 0; i < choices.length; i++) {
            Decision decision = DECISIONS.get(i);
            String digit = digits.substring(i, i + 1);
            choices[i] = decision.options().indexOf(digit);
            if (choices[i] < 0) {
                throw new IllegalArgumentException(decision.name() + " of mnasnet must be one of " + decision.options()
                        + ", but was '" + digit + "'; did you mean '" + Nearest.word(digit, decision.options())
                        + "'?");
            }
        }
        return Architecture.of(choices);
    }

    @Override
    public Network network(Architecture architecture) {
        check(architecture);
        NetworkBuilder network = new NetworkBuilder(input);
        int at = network.scope("stem").convolutionNormRelu("convolution", 0, STEM, 3, 2, 1, 1);
        for (int block = 0; block < BLOCKS; block++) {
            int expansion = digit(architecture, block);
            int kernel = digit(architecture, BLOCKS + block);
            int layers = digit(architecture, 2 * BLOCKS + block);
            boolean squeezed = digit(architecture, 3 * BLOCKS + block) == 1;
            InvertedResidual layer = InvertedResidual.of(kernel, expansion, squeezed);
            for (int i = 0; i < layers; i++) {
                network.scope("block" + block + "." + i);
                at = layer.write(network, at, CHANNELS[block], i == 0 ? STRIDES[block] : 1);
            }
        }
        int last = network.scope("head").convolutionNormRelu("last", at, HEAD, 1, 1, 1, 1);
        network.linear("classes", network.globalPool("pool", last), classes);
        return network.build();
    }

    private static int digit(Architecture architecture, int decision) {
        return Integer.parseInt(DECISIONS.get(decision).options().get(architecture.choice(decision)));
    }
}
