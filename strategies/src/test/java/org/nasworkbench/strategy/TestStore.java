package org.nasworkbench.strategy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;

/** What outlives an interruption: finished trials and work of one run, and how often each network was trained for how long. */
public final class TestStore {
    /** A network trained for so long. */
    record Training(Architecture network, int epochs) {}

    final List<Trial> trials = new ArrayList<>();
    final Map<String, Serializable> works = new HashMap<>();
    final Map<Training, Integer> trainings = new HashMap<>();
}
