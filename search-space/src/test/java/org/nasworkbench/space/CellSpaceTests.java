package org.nasworkbench.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CellSpaceTests {
    @Nested
    class OfNasBench201 extends SearchSpaceContract {
        @Override
        protected CellSpace space() {
            return CellSpace.nasBench201();
        }

        @Override
        protected String size() {
            return "15625";
        }

        @Override
        protected Slip slip() {
            return new Slip(
                    "|none~0|+|nor_conv_3x3~0|skip_conect~1|+|none~0|none~1|none~2|", "skip_conect", "skip_connect");
        }

        @Override
        protected Stream<Architecture> architectures() {
            return space().all().stream();
        }
    }

    @Nested
    class OfTransNas extends SearchSpaceContract {
        @Override
        protected CellSpace space() {
            return CellSpace.transNasMicro();
        }

        @Override
        protected String size() {
            return "4096";
        }

        @Override
        protected Slip slip() {
            return new Slip("|nor_conv_3x4~0|+|none~0|none~1|+|none~0|none~1|none~2|", "nor_conv_3x4", "nor_conv_3x3");
        }

        @Override
        protected Stream<Architecture> architectures() {
            return space().all().stream();
        }
    }

    @Test
    void theBenchmarksRuleLeavesThePublishedNumberOfDifferentCells() {
        CellSpace space = CellSpace.nasBench201();
        HashSet<Architecture> different = new HashSet<>();
        space.all().forEach(cell -> different.add(space.canonical(cell)));
        assertEquals(6466, different.size());
    }

    @Test
    void digitsAndWordsMeanTheSameCell() {
        CellSpace space = CellSpace.nasBench201();
        Architecture cell = space.parse("421211");
        assertEquals(
                "|avg_pool_3x3~0|+|nor_conv_1x1~0|skip_connect~1|+|nor_conv_1x1~0|skip_connect~1|skip_connect~2|",
                space.print(cell));
        assertEquals(cell, space.parse(space.print(cell)));
        assertThrows(IllegalArgumentException.class, () -> space.parse("421215"));
    }

    @Test
    void anEdgeFromTheWrongNodeIsRefused() {
        String message = assertThrows(IllegalArgumentException.class, () -> CellSpace.nasBench201()
                        .parse("|none~0|+|none~0|none~2|+|none~0|none~1|none~2|"))
                .getMessage();
        assertTrue(message.contains("operation 2") && message.contains("none~1"), message);
    }
}
