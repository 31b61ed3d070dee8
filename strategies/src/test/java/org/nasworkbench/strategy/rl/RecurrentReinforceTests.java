package org.nasworkbench.strategy.rl;

import org.junit.jupiter.api.Nested;
import org.nasworkbench.strategy.rl.ReinforceSettings.Controller;

/** The recurrent controller with each update. */
class RecurrentReinforceTests {
    @Nested
    class Lstm extends LongReinforceContract {
        Lstm() {
            super(Controller.LSTM, 1);
        }
    }

    @Nested
    class LstmByPpo extends LongReinforceContract {
        LstmByPpo() {
            super(Controller.LSTM, 3);
        }
    }
}
