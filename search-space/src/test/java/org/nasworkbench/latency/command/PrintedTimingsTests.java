package org.nasworkbench.latency.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedTimingsTests {
    @Test
    void everyLineCountsButCommentsAndEmptyOnes() throws FailedCallException {
        assertEquals(List.of(3.5, 0.004, 12.0), PrintedTimings.parse("# a phone\r\n3.5\r\n\r\n  4e-3  \r\n12"));
    }

    @Test
    void anythingElseIsNamedByItsLine() {
        assertRefuses("line 2 is '3,5'", "3.5\n3,5\n");
        assertRefuses("line 1 is 'mean 3.5 ms'", "mean 3.5 ms\n");
        assertRefuses("line 1 is '3.5 3.6'", "3.5 3.6\n");
        assertRefuses("above 0 ms and finite, but line 1 is '0'", "0\n");
        assertRefuses("above 0 ms and finite, but line 1 is '-2'", "-2\n");
        assertRefuses("above 0 ms and finite, but line 3 is 'NaN'", "1\n2\nNaN\n");
        assertRefuses("above 0 ms and finite, but line 1 is 'Infinity'", "Infinity\n");
        assertRefuses("at least one line must be a number of milliseconds, but none is", "# nothing\n\n");
    }

    private static void assertRefuses(String expected, String printed) {
        String message = assertThrows(FailedCallException.class, () -> PrintedTimings.parse(printed))
                .getMessage();
        assertTrue(message.contains(expected), message);
    }
}
