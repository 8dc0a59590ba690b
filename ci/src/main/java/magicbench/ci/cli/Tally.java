package magicbench.ci.cli;

import java.util.concurrent.atomic.AtomicInteger;
import magicbench.results.plan.Trial;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;

/** Counts reused records on their way to whoever shows the progress. */
final class Tally implements TrialRunner.Progress {

  private final TrialRunner.Progress shown;
  private final AtomicInteger reused = new AtomicInteger();

  Tally(TrialRunner.Progress shown) {
    this.shown = shown;
  }

  int reused() {
    return reused.get();
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
    reused.addAndGet(cached ? 1 : 0);
    shown.ended(record, cached);
  }
}
