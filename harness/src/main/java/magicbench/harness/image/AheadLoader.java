package magicbench.harness.image;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * Makes the batches of coming steps while the present one is computed.
 *
 * <p>A step's batch depends on the step alone, so it is the same whatever the number of threads and
 * the order of asking, and a resumed run starts anywhere. In memory are at most the batches asked
 * for, {@code ahead} more, and those that threads still make after a jump.
 *
 * @param <B> the batch
 */
public final class AheadLoader<B> implements AutoCloseable {

  private final LongFunction<B> maker;
  private final Optional<ExecutorService> pool;
  private final int ahead;
  private final long end;
  private final SortedMap<Long, Future<B>> pending = new TreeMap<>();
  private boolean closed;

  /**
   * A loader of steps without end.
   *
   * @param maker makes a step's batch, of the step alone; called by several threads at once
   * @param threads how many make batches; 0 to make each one when it is asked for, by who asks
   * @param ahead how many batches are made beyond the one asked for, 0 or more
   * @throws IllegalArgumentException when a number is negative
   */
  public AheadLoader(LongFunction<B> maker, int threads, int ahead) {
    this(maker, threads, ahead, Long.MAX_VALUE);
  }

  /**
   * A loader that makes nothing from a step on.
   *
   * @param maker makes a step's batch, of the step alone; called by several threads at once
   * @param threads how many make batches; 0 to make each one when it is asked for, by who asks
   * @param ahead how many batches are made beyond the one asked for, 0 or more
   * @param end the first step that there isn't
   * @throws IllegalArgumentException when a number is negative
   */
  public AheadLoader(LongFunction<B> maker, int threads, int ahead, long end) {
    if (threads < 0 || ahead < 0 || end < 0) {
      throw new IllegalArgumentException(
          threads
              + " threads, "
              + ahead
              + " batches ahead, "
              + end
              + " steps: none may be below 0");
    }
    this.maker = maker;
    this.ahead = ahead;
    this.end = end;
    this.pool =
        threads == 0
            ? Optional.empty()
            : Optional.of(Executors.newFixedThreadPool(threads, AheadLoader::thread));
  }

  // A daemon: a run that fails elsewhere ends although nobody closed the loader.
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "batches ahead");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * A step's batch; waits until it is made. Asked for twice, it is made twice.
   *
   * @param step from 0
   * @return what the maker made of the step
   * @throws IllegalArgumentException when there is no such step
   * @throws IllegalStateException when the loader is closed, or the thread is interrupted
   * @throws RuntimeException what the maker threw at this step
   */
  public B at(long step) {
    if (step < 0 || step >= end) {
      throw new IllegalArgumentException("step " + step + " of " + end);
    }
    Optional<Future<B>> batch = begin(step);
    return batch.isPresent() ? made(step, batch.get()) : maker.apply(step);
  }

  /** Has the step's batch and those after it made; forgets all others. */
  private synchronized Optional<Future<B>> begin(long step) {
    if (closed) {
      throw new IllegalStateException("step " + step + " is asked of a closed loader");
    }
    return pool.map(
        threads -> {
          long last = step + Math.min(ahead, end - 1 - step);
          forget(pending.headMap(step));
          forget(pending.tailMap(last + 1));
          for (long next = step; next <= last; next++) {
            pending.computeIfAbsent(next, each -> threads.submit(() -> maker.apply(each)));
          }
          return pending.remove(step);
        });
  }

  private static <B> void forget(SortedMap<Long, Future<B>> batches) {
    batches.values().forEach(batch -> batch.cancel(false));
    batches.clear();
  }

  private static <B> B made(long step, Future<B> batch) {
    try {
      return batch.get();
    } catch (ExecutionException e) {
      throw ofMaker(step, e.getCause());
    } catch (CancellationException e) {
      throw new IllegalStateException("the loader was closed before step " + step + " was made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted before step " + step + " was made", e);
    }
  }

  private static RuntimeException ofMaker(long step, Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException("the maker failed at step " + step, thrown);
  }

  /** Ends the threads and waits for them; what they were making is lost. May be called twice. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      pending.clear();
    }
    pool.ifPresent(AheadLoader::end);
  }

  private static void end(ExecutorService threads) {
    for (Runnable waiting : threads.shutdownNow()) {
      if (waiting instanceof Future<?> batch) {
        batch.cancel(false); // wakes whoever waits for it
      }
    }
    try {
      boolean ended = false; // a maker that doesn't heed its interrupt comes to its own end
      while (!ended) {
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
