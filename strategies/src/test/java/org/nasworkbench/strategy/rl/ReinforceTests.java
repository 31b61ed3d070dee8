package org.nasworkbench.strategy.rl;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nasworkbench.strategy.rl.ReinforceSettings.Controller;

/** Each controller with each update; the recurrent one, which takes as long as the others together, in a class of its own. */
class ReinforceTests {
    @Nested
    class Mlp extends ReinforceContract {
        Mlp() {
            super(Controller.MLP, 1);
        }
    }

    @Nested
    class MlpByPpo extends ReinforceContract {
        MlpByPpo() {
            super(Controller.MLP, 3);
        }

        /** Three passes over each batch, in 20 searches: too long for every build. */
        @Test
        @Tag("slow")
        @Override
        void findsBetterThanRandomSearch() throws InterruptedException {
            super.findsBetterThanRandomSearch();
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
