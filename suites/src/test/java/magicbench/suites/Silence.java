package magicbench.suites;

import magicbench.results.plan.Trial;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;

/** Tells nobody how a run goes on. */
public final class Silence implements TrialRunner.Progress {

  /** Nobody is told. */
  public Silence() {}

  @Override
  public void begins(int trials, int cached) {}

  @Override
  public void moved(Trial trial, double share, String message) {}

  @Override
  public void ended(RunRecord record, boolean cached) {}
}
