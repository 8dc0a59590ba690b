package magicbench.results.verdict;

import java.util.Arrays;
import java.util.Locale;

/** One child model against itself on one batch: no difference, so no interference. */
final class SameChildTwice implements Control {

  static final String NAME = "same-child-twice";

  /** Single-precision sums over a gradient, taken twice, agree to far better than this. */
  static final double ROUNDING = 1e-4;

  /** Passes when every cosine, at every stage, is 1 but for rounding. */
  @Override
  public ControlResult check(Inquiry inquiry) {
    Rows rows = inquiry.rows(Probe.CONTROLS).with(Probe.CONTROL, NAME);
    double lowest = Arrays.stream(rows.numbers(Probe.COSINE)).min().orElseThrow();
    Estimate mean =
        Estimates.ofCosines(
            "mean cosine, lowest " + String.format(Locale.ROOT, "%.6f", lowest),
            rows.meanPerSeed(Probe.COSINE),
            rows.size(),
            inquiry.confidence());
    return new ControlResult(
        NAME,
        "A child model compared with itself on one batch has the same gradient twice.",
        lowest >= 1 - ROUNDING,
        mean,
        "every cosine at least " + (1 - ROUNDING));
  }
}
