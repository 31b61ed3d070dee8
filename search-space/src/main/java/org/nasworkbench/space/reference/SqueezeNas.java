package org.nasworkbench.space.reference;

import java.util.List;
import org.nasworkbench.space.ChainSpace;
import org.nasworkbench.space.SearchSpaces;
import org.nasworkbench.space.Shape;

/**
 * The six networks of Shaw et al., "SqueezeNAS: Fast Neural Architecture Search for Faster Semantic Segmentation", ICCV-W 2019, arXiv
 * 1908.01748, for Cityscapes: three sizes, found for few MACs and for low latency. Genotypes are those of the authors' repository
 * (github.com/ashaw596/squeezenas).
 */
final class SqueezeNas {
    private static final Shape CITYSCAPES = new Shape(3, 1024, 2048);
    private static final int CLASSES = 19;

    private SqueezeNas() {}

    static List<ReferenceNetwork> all() {
        return List.of(
                found("mac", "small", """
                        k3_e1_g2 k3_e1 k3_e1 k3_e1_g2 | k5_e6 k3_e1 k3_e1 k3d2_e1_g2 | k5_e6 k3d2_e6 skip k3_e1_g2
                        | k5_e6 k3d2_e3 k3d2_e1 k3d2_e1 | k3d2_e6 k3d2_e1_g2 k3d2_e1_g2 k3d2_e1_g2"""),
                found("mac", "large", """
                        k3_e1_g2 | k3_e6 k3d2_e1_g2 k3_e1_g2 k3_e1_g2 | k5_e6 k5_e6 k3d2_e6 k5_e6 | k5_e6 k5_e6 k5_e1 k3_e3
                        | k5_e6 k3_e1 k5_e1 k3d2_e3 | k3d2_e6 k3d2_e1_g2 k3d2_e1_g2 k3d2_e1_g2 | k3d2_e1"""),
                found("mac", "xlarge", """
                        k3_e1_g2 | k3_e3 k3_e1_g2 k5_e1 k3d2_e3 | k5_e6 k5_e1_g2 k3d2_e1_g2 k3_e3 | k5_e6 k3_e3 skip k3d2_e1_g2
                        | k5_e6 k3_e1 k5_e6 skip | k3d2_e6 k3d2_e1_g2 k3d2_e1_g2 k3d2_e1_g2 | k3d2_e3"""),
                found("lat", "small", """
                        k3_e1 skip skip skip | k3_e6 k3_e6 skip skip | k5_e6 k3d2_e6 k5_e1_g2 k3_e1_g2
                        | k3d2_e6 k3d2_e6 k3d2_e6 k3d2_e1 | k3d2_e6 k3d2_e3 k3d2_e3 k3d2_e3"""),
                found("lat", "large", """
                        skip | k3_e6 k3_e3 k3d2_e1 k3_e3 | k5_e6 k3_e6 k3_e3 k3d2_e6 | k5_e6 k5_e1 k5_e1 k5_e1_g2
                        | k3d2_e6 k3d2_e6 k3d2_e6 k3_e1 | k3d2_e6 k3d2_e6 k3d2_e6 k3d2_e6 | k3d2_e6"""),
                found("lat", "xlarge", """
                        skip | k3_e3 k3_e3 k3_e3 k3d2_e1 | k3_e6 k3_e3 k5_e6 k5_e1_g2 | k5_e6 k3_e6 k3d2_e1_g2 k3_e6
                        | k5_e6 k3d2_e3 k3d2_e1_g2 k3_e3 | k3d2_e6 k3d2_e3 k5_e1 k3d2_e3 | k3d2_e6"""));
    }

    private static ReferenceNetwork found(String objective, String size, String genotype) {
        return new ReferenceNetwork(
                "squeezenas-" + objective + "-" + size,
                2019,
                "Shaw et al., arXiv 1908.01748",
                CITYSCAPES,
                CLASSES,
                (input, classes) -> {
                    ChainSpace space = SearchSpaces.chain("squeezenas-" + size, 1, 4, classes, input);
                    return space.network(space.parse(genotype));
                });
    }
}
