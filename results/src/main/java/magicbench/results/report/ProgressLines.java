package magicbench.results.report;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import magicbench.results.plan.Trial;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;

/**
 * Progress as plain lines, for logs: one when a run begins, a trial's first message (it may be
 * waiting for another run) and its end, and between them at most one an interval, each with the
 * share done and the time left.
 */
public final class ProgressLines implements TrialRunner.Progress {

  private static final String PREFIX = "[magicbench] ";

  private final Consumer<String> out;
  private final InstantSource clock;
  private final Duration interval;
  private final Map<String, Double> shares = new HashMap<>();
  private int trials;
  private int ended;
  private int cached;
  private long begunMillis;
  private long lastLineMillis;

  /**
   * Progress to somewhere.
   *
   * @param out takes a line
   * @param clock tells the time
   * @param interval the least time between two lines about running trials
   */
  public ProgressLines(Consumer<String> out, InstantSource clock, Duration interval) {
    this.out = out;
    this.clock = clock;
    this.interval = interval;
  }

  @Override
  public synchronized void begins(int trialCount, int cachedCount) {
    trials = trialCount;
    cached = cachedCount;
    begunMillis = clock.millis();
    lastLineMillis = begunMillis;
    out.accept(PREFIX + trialCount + " trials, " + cachedCount + " of them reused from the cache");
  }

  @Override
  public synchronized void moved(Trial trial, double share, String message) {
    boolean first = shares.put(trial.id(), share) == null;
    long now = clock.millis();
    if (!first && now - lastLineMillis < interval.toMillis()) {
      return;
    }
    lastLineMillis = now;
    out.accept(
        String.format(
            Locale.ROOT,
            "%s%s: %s (%.0f %%)%s",
            PREFIX,
            name(trial),
            message,
            100 * share,
            left()));
  }

  @Override
  public synchronized void ended(RunRecord record, boolean reused) {
    ended++;
    shares.put(record.trial().id(), 1.0);
    if (!reused) {
      lastLineMillis = clock.millis();
      String outcome = record.outcome().name().toLowerCase(Locale.ROOT);
      String note = record.note().isEmpty() ? "" : " (" + record.note() + ")";
      out.accept(
          PREFIX
              + ended
              + "/"
              + trials
              + " "
              + name(record.trial())
              + ": "
              + outcome
              + note
              + left());
    }
  }

  private static String name(Trial trial) {
    String seed = trial.seed() == 0 ? "" : " " + trial.method() + " seed " + trial.seed();
    return trial.kind() + seed;
  }

  private String left() {
    double done = shares.values().stream().mapToDouble(Double::doubleValue).sum() - cached;
    double todo = trials - cached;
    if (done <= 0 || todo <= 0 || done >= todo) {
      return "";
    }
    double elapsedSeconds = (clock.millis() - begunMillis) / 1000.0;
    long leftSeconds = Math.round(elapsedSeconds * (todo - done) / done);
    return String.format(Locale.ROOT, ", about %d:%02d left", leftSeconds / 60, leftSeconds % 60);
  }
}
