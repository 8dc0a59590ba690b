package magicbench.ci.cli;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import magicbench.results.plan.Trial;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;

/** Counts reused records, and keeps the others, on their way to whoever shows the progress. */
final class Tally implements TrialRunner.Progress {

  private final TrialRunner.Progress shown;
  private final AtomicInteger reused = new AtomicInteger();
  private final Queue<RunRecord> made = new ConcurrentLinkedQueue<>();

  Tally(TrialRunner.Progress shown) {
    this.shown = shown;
  }

  int reused() {
    return reused.get();
  }

  /** Records that were not reused. */
  List<RunRecord> made() {
    return List.copyOf(made);
  }

  @Override
  public void begins(int trials, int cached) {
    shown.begins(trials, cached);
  }

  @Override
  public void moved(Trial trial, double share, String message) {
    shown.moved(trial, share, message);
  }

  @Override
  public void ended(RunRecord record, boolean cached) {
    if (cached) {
      reused.incrementAndGet();
    } else {
      made.add(record);
    }
    shown.ended(record, cached);
  }
}
