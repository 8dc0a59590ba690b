package magicbench.ci.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import magicbench.results.plan.Trial;
import magicbench.results.record.Eta;
import magicbench.results.record.Outcome;
import magicbench.results.record.RunRecord;
import magicbench.results.record.TrialRunner;

/** Progress for somebody who watches: one line that is written over and over. */
final class TerminalProgress implements TrialRunner.Progress {

  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final String CUT = "…";
  private static final String WARNING = "warning: ";
  private static final int BAR = 10;
  private static final int ID_DIGITS = 8;
  private static final int WIDTH = 79;
  private static final long LEAST_MILLIS = 200;

  private final PrintWriter out;
  private final InstantSource clock;
  private final Eta eta;
  private final Set<String> running = new HashSet<>();
  private long begunMillis;
  private long drawnMillis;
  private int trials;
  private int ended;

  TerminalProgress(PrintWriter out, InstantSource clock, Map<String, Double> weights) {
    this.out = out;
    this.clock = clock;
    this.eta = new Eta(weights);
  }

  @Override
  public synchronized void begins(int trialCount, int cached) {
    trials = trialCount;
    begunMillis = clock.millis();
    String reused = "starting, " + cached + " of " + trialCount + " trials reused";
    draw(reused, reused);
  }

  @Override
  public synchronized void moved(Trial trial, double share, String said) {
    eta.moved(trial.id(), share);
    String message = said.replace(trial.id(), trial.id().substring(0, ID_DIGITS));
    boolean first = running.add(trial.id());
    if (said.startsWith(WARNING) || (first && !fits(shortName(trial) + message))) {
      // A trial's first word may be that it waits for another run, and for which.
      out.print(CLEAR_LINE);
      out.println(shortName(trial) + message);
    }
    if (first || clock.millis() - drawnMillis >= LEAST_MILLIS) {
      draw(name(trial) + message, shortName(trial) + message);
    }
  }

  @Override
  public synchronized void ended(RunRecord record, boolean cached) {
    Trial trial = record.trial();
    ended++;
    running.remove(trial.id());
    if (cached) {
      eta.reused(trial.id());
    } else {
      eta.ended(trial.id());
    }
    if (record.outcome() != Outcome.COMPLETED) {
      out.print(CLEAR_LINE);
      out.println(name(trial) + record.outcome() + " (" + record.note() + ")");
    }
    if (ended == trials) {
      out.print(CLEAR_LINE);
      out.println(bar() + " in " + Durations.text(elapsed()));
      out.flush();
      return;
    }
    String done = (cached ? "reused" : "done") + (running.isEmpty() ? ", starting the next" : "");
    draw(name(trial) + done, shortName(trial) + done);
  }

  private void draw(String message, String shorter) {
    drawnMillis = clock.millis();
    String words =
        Stream.of(message, shorter)
            .filter(this::fits)
            .findFirst()
            .orElseGet(() -> shorter.substring(0, Math.min(room() - 1, shorter.length())) + CUT);
    out.print(CLEAR_LINE + head() + words);
    out.flush();
  }

  private boolean fits(String words) {
    return words.length() <= room();
  }

  private int room() {
    return WIDTH - head().length();
  }

  private String head() {
    return bar() + left() + ": ";
  }

  private String bar() {
    double share = eta.share();
    int filled = (int) Math.round(BAR * share);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3.0f %%, %d/%d",
        "#".repeat(filled),
        ".".repeat(BAR - filled),
        Math.floor(100 * share),
        ended,
        trials);
  }

  // A run that isn't over has a second left at the least, however much was foretold.
  private String left() {
    return eta.left(elapsed())
        .map(left -> left.compareTo(Duration.ofSeconds(1)) < 0 ? Duration.ofSeconds(1) : left)
        .map(left -> ", " + Durations.text(left) + " left")
        .orElse("");
  }

  private Duration elapsed() {
    return Duration.ofMillis(clock.millis() - begunMillis);
  }

  private static String name(Trial trial) {
    return trial.seed() == 0 ? trial.kind() + ": " : trial.kind() + " " + shortName(trial);
  }

  private static String shortName(Trial trial) {
    return trial.seed() == 0 ? trial.kind() + ": " : "seed " + trial.seed() + ": ";
  }
}
