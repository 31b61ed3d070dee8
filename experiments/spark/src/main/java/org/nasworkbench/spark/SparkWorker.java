package org.nasworkbench.spark;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.apache.spark.FutureAction;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.AsyncRDDActions;
import org.nasworkbench.evaluation.Outcome.Reason;
import org.nasworkbench.experiment.worker.Message;
import org.nasworkbench.experiment.worker.Worker;
import scala.collection.immutable.Seq;
import scala.concurrent.ExecutionContext;

/** Has each piece of work done as a job of its own: jobs come and go one by one, as searches ask for them. */
final class SparkWorker implements Worker {
    private final JavaSparkContext context;
    private final TaskStarts starts;
    private final String group;
    private volatile FutureAction<Seq<Message>> job;
    private volatile boolean closed;

    SparkWorker(JavaSparkContext context, TaskStarts starts, int device) {
        this.context = context;
        this.starts = starts;
        group = "nas-" + device;
    }

    @Override
    public Message perform(String key, Message.Request request, Duration patience, Consumer<Message> signs)
            throws InterruptedException {
        BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
        starts.await(group, () -> messages.add(new Message.Begun()));
        try {
            job = submit(key, request, patience, messages);
            while (true) {
                Message message = messages.take();
                if (message instanceof Message.Done || message instanceof Message.Failed) {
                    return message;
                }
                signs.accept(message);
            }
        } catch (InterruptedException e) {
            cancel();
            throw e;
        } catch (RuntimeException e) {
            closed = context.sc().isStopped();
            return new Message.Failed(Reason.WORKER_LOST, "Spark took no job: " + e);
        } finally {
            job = null;
            starts.forget(group);
        }
    }

    private FutureAction<Seq<Message>> submit(
            String key, Message.Request request, Duration patience, BlockingQueue<Message> messages) {
        context.setJobGroup(group, key, true);
        JavaRDD<Message> answer = context.parallelize(List.of(request), 1).map(new SparkTask(patience));
        FutureAction<Seq<Message>> future = new AsyncRDDActions<>(answer.rdd(), answer.classTag()).collectAsync();
        future.onComplete(
                end -> messages.add(
                        end.isSuccess()
                                ? end.get().head()
                                : new Message.Failed(
                                        Reason.WORKER_LOST, end.failed().get().getMessage())),
                ExecutionContext.global());
        return future;
    }

    @Override
    public boolean isAlive() {
        return !closed;
    }

    @Override
    public void close() {
        cancel();
    }

    private void cancel() {
        FutureAction<Seq<Message>> running = job;
        if (running != null) {
            running.cancel();
        }
    }
}
