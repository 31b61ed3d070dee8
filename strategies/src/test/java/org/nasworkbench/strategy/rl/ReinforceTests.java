package org.nasworkbench.strategy.rl;

import org.junit.jupiter.api.Nested;
import org.nasworkbench.strategy.rl.ReinforceSettings.Controller;

/** Each controller with each update; the recurrent one, which takes as long as the others together, in a class of its own. */
class ReinforceTests {
    @Nested
    class Mlp extends LongReinforceContract {
        Mlp() {
            super(Controller.MLP, 1);
        }
    }

    @Nested
    class MlpByPpo extends LongReinforceContract {
        MlpByPpo() {
            super(Controller.MLP, 3);
        }
    }

    @Nested
    class Logits extends ReinforceContract {
        Logits() {
            super(Controller.LOGITS, 1);
        }
    }

    @Nested
    class LogitsByPpo extends ReinforceContract {
        LogitsByPpo() {
            super(Controller.LOGITS, 3);
        }
    }
}
