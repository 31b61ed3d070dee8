package org.nasworkbench.strategy.supernet;

import org.junit.jupiter.api.Nested;
import org.nasworkbench.strategy.Ground;

/** The contract of three methods on the space whose blocks shuffle channels. */
class FbnetSegmentationTests {
    private static final Ground GROUND = SupernetGround.on(SupernetGround.space("fbnet-segmentation", 1));

    @Nested
    class BySqueezeNas extends SqueezeNasTests {
        @Override
        protected Ground ground() {
            return GROUND;
        }
    }

    @Nested
    class ByFbnet extends FbnetSupernetTests {
        @Override
        protected Ground ground() {
            return GROUND;
        }
    }

    @Nested
    class BySinglePath extends SinglePathTests {
        @Override
        protected Ground ground() {
            return GROUND;
        }
    }
}
