package magicbench.harness.execution.spark;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One line between a run and its Spark driver: words, each encoded so that it holds neither blanks
 * nor line ends.
 */
final class Words {

  /**
   * A run's: carry out an order; trial, order file, log, whether to share, device, the trial's
   * folder, whether to recompute, and the folders that it reads follow.
   */
  static final String RUN = "run";

  /** A driver's: it has its cluster; the application's id follows. */
  static final String READY = "ready";

  /** A driver's: a trial moved on; trial, share and message follow. */
  static final String MOVED = "moved";

  /** A driver's: a trial's executor is gone; trial and reason follow. */
  static final String LOST = "lost";

  /** A driver's: a trial's process ended; trial, code, silent, cached, fault and place follow. */
  static final String ENDED = "ended";

  /** A driver's: it gave a trial up; trial and reason follow. */
  static final String GAVE_UP = "gave-up";

  /** A driver's: it can't go on; the reason follows. */
  static final String FAULT = "fault";

  private static final String EMPTY = "-";
  private static final String DASH = "%2D";

  private Words() {}

  static String line(String... words) {
    return Arrays.stream(words).map(Words::encode).collect(Collectors.joining(" "));
  }

  static List<String> of(String line) {
    return Arrays.stream(line.split(" ")).map(Words::decode).toList();
  }

  private static String encode(String word) {
    return word.isEmpty()
        ? EMPTY
        : word.equals(EMPTY) ? DASH : URLEncoder.encode(word, StandardCharsets.UTF_8);
  }

  private static String decode(String word) {
    return word.equals(EMPTY) ? "" : URLDecoder.decode(word, StandardCharsets.UTF_8);
  }
}
