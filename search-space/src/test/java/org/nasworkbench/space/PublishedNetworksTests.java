package org.nasworkbench.space;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The six networks of the SqueezeNAS README at 3x1024x2048: golden MACs. */
class PublishedNetworksTests {
    @ParameterizedTest(name = "{0} {1}: {2} GMACs")
    @CsvSource(textBlock = """
            small, mac, 3.01, k3_e1_g2 k3_e1 k3_e1 k3_e1_g2 | k5_e6 k3_e1 k3_e1 k3d2_e1_g2 | k5_e6 k3d2_e6 skip k3_e1_g2 | k5_e6 k3d2_e3 k3d2_e1 k3d2_e1 | k3d2_e6 k3d2_e1_g2 k3d2_e1_g2 k3d2_e1_g2
            large, mac, 9.39, k3_e1_g2 | k3_e6 k3d2_e1_g2 k3_e1_g2 k3_e1_g2 | k5_e6 k5_e6 k3d2_e6 k5_e6 | k5_e6 k5_e6 k5_e1 k3_e3 | k5_e6 k3_e1 k5_e1 k3d2_e3 | k3d2_e6 k3d2_e1_g2 k3d2_e1_g2 k3d2_e1_g2 | k3d2_e1
            xlarge, mac, 21.84, k3_e1_g2 | k3_e3 k3_e1_g2 k5_e1 k3d2_e3 | k5_e6 k5_e1_g2 k3d2_e1_g2 k3_e3 | k5_e6 k3_e3 skip k3d2_e1_g2 | k5_e6 k3_e1 k5_e6 skip | k3d2_e6 k3d2_e1_g2 k3d2_e1_g2 k3d2_e1_g2 | k3d2_e3
            small, lat, 4.47, k3_e1 skip skip skip | k3_e6 k3_e6 skip skip | k5_e6 k3d2_e6 k5_e1_g2 k3_e1_g2 | k3d2_e6 k3d2_e6 k3d2_e6 k3d2_e1 | k3d2_e6 k3d2_e3 k3d2_e3 k3d2_e3
            large, lat, 19.57, skip | k3_e6 k3_e3 k3d2_e1 k3_e3 | k5_e6 k3_e6 k3_e3 k3d2_e6 | k5_e6 k5_e1 k5_e1 k5_e1_g2 | k3d2_e6 k3d2_e6 k3d2_e6 k3_e1 | k3d2_e6 k3d2_e6 k3d2_e6 k3d2_e6 | k3d2_e6
            xlarge, lat, 32.73, skip | k3_e3 k3_e3 k3_e3 k3d2_e1 | k3_e6 k3_e3 k5_e6 k5_e1_g2 | k5_e6 k3_e6 k3d2_e1_g2 k3_e6 | k5_e6 k3d2_e3 k3d2_e1_g2 k3_e3 | k3d2_e6 k3d2_e3 k5_e1 k3d2_e3 | k3d2_e6
            """)
    void publishedMacsComeOut(String size, String objective, double gigaMacs, String genotype) {
        ChainSpace space = SearchSpaces.squeezeNas("squeezenas-" + size, 1, 4, 19, Shape.parse("3x1024x2048"));
        Network network = space.network(space.parse(genotype));
        assertEquals(gigaMacs, network.macs() / 1e9, 0.005, objective + "-" + size);
        assertEquals(new Shape(19, 1024, 2048), network.output());
        assertEquals(genotype, space.print(space.parse(genotype)));
    }
}
