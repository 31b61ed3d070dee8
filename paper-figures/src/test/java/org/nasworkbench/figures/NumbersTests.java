package org.nasworkbench.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumbersTests {
    @Test
    void numbersAreShort() {
        assertEquals("4", Numbers.plain(4.0, 3));
        assertEquals("0.50", Numbers.fixed(0.5, 2));
        assertEquals("1,234", Numbers.rounded(1234.4));
        assertEquals("12.3", Numbers.rounded(12.34));
        assertEquals("0.012", Numbers.rounded(0.0123));
        assertEquals("$70,000", Numbers.dollars(70_000));
        assertEquals("$0.70", Numbers.dollars(0.7));
    }
}
