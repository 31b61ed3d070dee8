package org.nasworkbench.strategy.rl;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nasworkbench.strategy.rl.ReinforceSettings.Controller;

/** The same of a controller that takes so long to learn that its 20 searches are too long for every build. */
abstract class LongReinforceContract extends ReinforceContract {
    LongReinforceContract(Controller controller, int epochs) {
        super(controller, epochs);
    }

    @Test
    @Tag("slow")
    @Override
    void findsBetterThanRandomSearch() throws InterruptedException {
        super.findsBetterThanRandomSearch();
    }
}
