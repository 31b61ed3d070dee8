package org.nasworkbench.strategy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nasworkbench.evaluation.Trial;
import org.nasworkbench.space.Architecture;

/** What outlives an interruption: finished trials and work of one run, and how often each network was trained. */
public final class TestStore {
    final List<Trial> trials = new ArrayList<>();
    final Map<String, Serializable> works = new HashMap<>();
    final Map<Architecture, Integer> trainings = new HashMap<>();
}
