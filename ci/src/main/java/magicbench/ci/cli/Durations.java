package magicbench.ci.cli;

import java.time.Duration;
import java.util.Locale;

/** Durations and amounts as people read them. */
final class Durations {

  private static final double SECONDS_AN_HOUR = 3600;

  private Durations() {}

  /** Hours, minutes and seconds: {@code 2:05} or {@code 1:02:05}. */
  static String text(Duration duration) {
    long hours = duration.toHours();
    return hours == 0
        ? String.format(Locale.ROOT, "%d:%02d", duration.toMinutesPart(), duration.toSecondsPart())
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", hours, duration.toMinutesPart(), duration.toSecondsPart());
  }

  /** Seconds in the unit that suits them. */
  static String text(double seconds) {
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    return seconds < SECONDS_AN_HOUR
        ? String.format(Locale.ROOT, "%.1f min", seconds / 60)
        : String.format(Locale.ROOT, "%.1f h", seconds / SECONDS_AN_HOUR);
  }
}
