package magicbench.harness.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import magicbench.results.plan.Trial;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;

/** Remembers what a run told. */
final class Listening implements TrialRunner.Progress {

  private final List<String> messages = Collections.synchronizedList(new ArrayList<>());
  private final List<String> run = Collections.synchronizedList(new ArrayList<>());
  private int cached = -1;

  @Override
  public void begins(int trials, int cachedTrials) {
    cached = cachedTrials;
  }

  @Override
  public void moved(Trial trial, double share, String message) {
    messages.add(message);
  }

  @Override
  public void ended(RunRecord record, boolean fromCache) {
    if (!fromCache) {
      run.add(record.trial().id());
    }
  }

  List<String> messages() {
    return List.copyOf(messages);
  }

  /** Ids of the trials that ran. */
  List<String> run() {
    return List.copyOf(run);
  }

  /** How many trials the cache held when the run began. */
  int cached() {
    return cached;
  }
}
