package magicbench.results.report;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import magicbench.results.plan.Trial;
import magicbench.results.record.Eta;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;

/**
 * Progress as plain lines, for logs: one when a run begins, a trial's first message (it may be
 * waiting for another run) and its end, and between them at most one an interval, each with the
 * share done and the time left.
 */
public final class ProgressLines implements TrialRunner.Progress {

  private static final String PREFIX = "[magicbench] ";
  private static final String WARNING = "warning: ";

  private final Consumer<String> out;
  private final InstantSource clock;
  private final Duration interval;
  private final Eta eta;
  private final Set<String> seen = new HashSet<>();
  private int trials;
  private int ended;
  private long begunMillis;
  private long lastLineMillis;

  /**
   * Progress to somewhere.
   *
   * @param out takes a line
   * @param clock tells the time
   * @param interval the least time between two lines about running trials
   * @param weights what part of the work each trial is, by trial id
   */
  public ProgressLines(
      Consumer<String> out, InstantSource clock, Duration interval, Map<String, Double> weights) {
    this.out = out;
    this.clock = clock;
    this.interval = interval;
    this.eta = new Eta(weights);
  }

  @Override
  public synchronized void begins(int trialCount, int cachedCount) {
    trials = trialCount;
    begunMillis = clock.millis();
    lastLineMillis = begunMillis;
    out.accept(PREFIX + trialCount + " trials, " + cachedCount + " of them reused from the cache");
  }

  @Override
  public synchronized void moved(Trial trial, double share, String message) {
    boolean first = seen.add(trial.id());
    eta.moved(trial.id(), share);
    long now = clock.millis();
    boolean warns = message.startsWith(WARNING);
    if (!first && !warns && now - lastLineMillis < interval.toMillis()) {
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
    if (reused) {
      eta.reused(record.trial().id());
    } else {
      eta.ended(record.trial().id());
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
    return eta.left(Duration.ofMillis(clock.millis() - begunMillis))
        .filter(left -> eta.share() < 1)
        .map(Duration::toSeconds)
        .map(
            seconds ->
                String.format(Locale.ROOT, ", about %d:%02d left", seconds / 60, seconds % 60))
        .orElse("");
  }
}
