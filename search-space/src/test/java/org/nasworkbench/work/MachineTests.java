package org.nasworkbench.work;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

class MachineTests {
    static boolean isLinuxOnX86() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
    }

    @Test
    void theMachineIsTold() {
        assertTrue(Machine.description().contains(System.getProperty("os.arch")));
        assertFalse(Machine.instructions().isBlank());
    }

    @Test
    @EnabledIf(value = "isLinuxOnX86", disabledReason = "other systems tell other things, or nothing")
    void processorsOfOneNameAreToldApart() {
        assertTrue(
                Machine.instructions().matches("family \\d+ model \\d+( (avx|fma|amx|f16c)\\w*)*"),
                Machine::instructions);
    }
}
