package org.nasworkbench.space.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nasworkbench.space.Layer;
import org.nasworkbench.space.LayerKind.BatchNorm;
import org.nasworkbench.space.LayerKind.GlobalPool;
import org.nasworkbench.space.Network;
import org.nasworkbench.space.Shape;

/** Golden parameters and MACs, each with its source, and what other sources count besides. */
class PublishedCountsTests {
    private static Network network(String name) {
        return ReferenceNetworks.named(name).network();
    }

    private static long sum(Network network, Predicate<Layer> which, ToLongFunction<Layer> what) {
        return network.layers().stream().filter(which).mapToLong(what).sum();
    }

    /** One addition for each output of a convolution or linear layer: what counting biases adds. */
    private static long additions(Network network) {
        return sum(network, layer -> layer.macs() > 0, layer -> layer.output().elements());
    }

    private static long normalisation(Network network) {
        return sum(network, layer -> layer.kind() instanceof BatchNorm, Layer::parameters);
    }

    /** The tables of torchvision's weights: parameters, and billions of MACs without biases. */
    @ParameterizedTest
    @CsvSource({
        "alexnet, 61100840, 0.714",
        "vgg-11, 132863336, 7.609",
        "vgg-16, 138357544, 15.47",
        "squeezenet-1.0, 1248424, 0.819",
        "squeezenet-1.1, 1235496, 0.349",
        "mobilenet-v2, 3504872, 0.301"
    })
    void torchvisionCountsTheSame(String name, long parameters, double gigaMacs) {
        assertEquals(parameters, network(name).parameters());
        assertEquals(gigaMacs, network(name).macs() / 1e9, gigaMacs > 10 ? 0.005 : 0.0005);
    }

    /** The table of github.com/ffiirree/cv-models counts biases and the last pool too, in millions. */
    @ParameterizedTest
    @CsvSource({"alexnet, 714.7", "vgg-16, 15483.9", "squeezenet-1.0, 823.4", "squeezenet-1.1, 351.9"})
    void countsWithBiasesAreHigherByOneAdditionForEachOutput(String name, double megaMacs) {
        Network network = network(name);
        long pooled = sum(
                network,
                layer -> layer.kind() instanceof GlobalPool,
                layer -> network.layers().get(layer.inputs().get(0)).output().elements());
        assertEquals(megaMacs, (network.macs() + additions(network) + pooled) / 1e6, 0.1);
    }

    /**
     * The layer table in the authors' code has convolutions only, 3,185,088 weights and 567,716,352 MACs; the paper's 4.2 million and 569
     * million have the classifier too.
     */
    @Test
    void mobileNetHasTheWeightsAndMacsOfTheAuthorsLayerTable() {
        Network network = network("mobilenet-v1");
        long classifier = 1024 * 1000;
        assertEquals(3_185_088 + classifier + 1000, network.parameters() - normalisation(network));
        assertEquals(567_716_352 + classifier, network.macs());
        assertEquals(4.2, network.parameters() / 1e6, 0.05);
        assertEquals(569, network.macs() / 1e6, 0.5);
    }

    /** The authors' table of checkpoints: 3.47 million parameters, which are those without batch norms, and 300 million MACs. */
    @Test
    void mobileNetV2IsPublishedWithoutTheParametersOfItsBatchNorms() {
        Network network = network("mobilenet-v2");
        assertEquals(3.47, (network.parameters() - normalisation(network)) / 1e6, 0.005);
        assertEquals(300, network.macs() / 1e6, 1);
    }

    /** The authors' repository, github.com/megvii-model/ShuffleNet-Series, has 1.9 million and 138 million (137.46 rounded up). */
    @Test
    void shuffleNetHasThePublishedCounts() {
        assertEquals(1.9, network("shufflenet-v1").parameters() / 1e6, 0.05);
        assertEquals(137_460_672, network("shufflenet-v1").macs());
        assertEquals(138, Math.ceil(network("shufflenet-v1").macs() / 1e6));
    }

    /** The authors' repository, github.com/mingxingtan/mnasnet: 3.9 million parameters, 312 million multiply-adds. */
    @Test
    void mnasNetA1HasThePublishedCounts() {
        assertEquals(3.9, network("mnasnet-a1").parameters() / 1e6, 0.05);
        assertEquals(312, network("mnasnet-a1").macs() / 1e6, 0.5);
    }

    /**
     * The table of github.com/facebookresearch/mobile-vision: 4.3, 4.8 and 5.5 million parameters (the last one cut off, not rounded);
     * 249.4, 295.6 and 383.0 million operations. These are 1.3 to 2.0 % more than the MACs of the layer tables that were released beside
     * them, and agree within 0.5 % where biases are counted as additions. What exactly was counted is not said there.
     */
    @ParameterizedTest
    @CsvSource({"fbnet-a, 4.3, 249.4, 244452664", "fbnet-b, 4.8, 295.6, 291004424", "fbnet-c, 5.5, 383.0, 378136224"})
    void fbNetsHaveThePublishedParametersAndFewerMacsThanPublishedOperations(
            String name, double megaParameters, double megaOperations, long macs) {
        Network network = network(name);
        assertEquals(megaParameters, Math.floor(network.parameters() / 1e5) / 10);
        assertEquals(macs, network.macs());
        double more = megaOperations / (network.macs() / 1e6) - 1;
        assertTrue(more > 0.012 && more < 0.021, name + " differs by " + more);
        assertEquals(1, (network.macs() + additions(network)) / 1e6 / megaOperations, 0.005);
    }

    /** Where blocks of expansion 1 have a widening convolution too, FBNet-C has 5,572,200 parameters: 5.57 million in either form. */
    @Test
    void fbNetCHasTheParametersThatOthersCount() {
        assertEquals(5.57, network("fbnet-c").parameters() / 1e6, 0.005);
    }

    /** The README of github.com/ashaw596/squeezenas, in billions of MACs. */
    @ParameterizedTest
    @CsvSource({
        "squeezenas-mac-small, 3.01",
        "squeezenas-mac-large, 9.39",
        "squeezenas-mac-xlarge, 21.84",
        "squeezenas-lat-small, 4.47",
        "squeezenas-lat-large, 19.57",
        "squeezenas-lat-xlarge, 32.73"
    })
    void squeezeNasNetworksHaveThePublishedMacs(String name, double gigaMacs) {
        assertEquals(gigaMacs, network(name).macs() / 1e9, 0.005);
        assertEquals(new Shape(19, 1024, 2048), network(name).output());
    }

    /** F. Iandola, "Why Neural Architecture Search is becoming far less expensive", 2019: ten times the computation, twice the parameters. */
    @Test
    void vgg11IsTheNetworkThatTakesTenTimesTheComputationOfAlexNetAndTwiceTheParameters() {
        assertEquals(
                10.7, (double) network("vgg-11").macs() / network("alexnet").macs(), 0.05);
        assertEquals(
                2.2,
                (double) network("vgg-11").parameters() / network("alexnet").parameters(),
                0.05);
        assertEquals(
                50,
                (double) network("alexnet").parameters()
                        / network("squeezenet-1.0").parameters(),
                1.5);
    }
}
