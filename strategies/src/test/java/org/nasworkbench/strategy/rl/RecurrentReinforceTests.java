package org.nasworkbench.strategy.rl;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nasworkbench.strategy.rl.ReinforceSettings.Controller;

/** The recurrent controller with each update. */
class RecurrentReinforceTests {
    @Nested
    class Lstm extends ReinforceContract {
        Lstm() {
            super(Controller.LSTM, 1);
        }
    }

    @Nested
    class LstmByPpo extends ReinforceContract {
        LstmByPpo() {
            super(Controller.LSTM, 3);
        }

        /** Three passes over each batch, in 20 searches: too long for every build. */
        @Test
        @Tag("slow")
        @Override
        void findsBetterThanRandomSearch() throws InterruptedException {
            super.findsBetterThanRandomSearch();
        }
    }
}
