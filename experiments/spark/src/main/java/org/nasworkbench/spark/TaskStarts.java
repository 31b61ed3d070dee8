package org.nasworkbench.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Tells who submitted a job that a machine has begun it: the time until then is nobody's work. */
final class TaskStarts extends SparkListener {
    private static final String GROUP = "spark.jobGroup.id";

    private final Map<String, Runnable> waiting = new ConcurrentHashMap<>();
    private final Map<Integer, String> groups = new ConcurrentHashMap<>();

    void await(String group, Runnable begun) {
        waiting.put(group, begun);
    }

    void forget(String group) {
        waiting.remove(group);
        groups.values().remove(group);
    }

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        String group = job.properties() == null ? null : job.properties().getProperty(GROUP);
        if (group != null) {
            job.stageInfos().foreach(stage -> groups.put(stage.stageId(), group));
        }
    }

    @Override
    public void onTaskStart(SparkListenerTaskStart task) {
        String group = groups.get(task.stageId());
        Runnable begun = group == null ? null : waiting.remove(group);
        if (begun != null) {
            begun.run();
        }
    }
}
