package magicbench.results.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import magicbench.results.record.RunRecord;

/**
 * No run may have collapsed: its child models must have learned more than how often each token
 * occurs. A super-net whose child models all say the same has similar gradients and no ranks.
 */
final class NoCollapse implements Control {

  static final String NAME = "no-collapse";

  @Override
  public ControlResult check(Inquiry inquiry) {
    List<RunRecord> runs = Sides.of(inquiry).runs();
    List<Double> shares =
        runs.stream().map(NoCollapse::shareOfEntropy).filter(Objects::nonNull).toList();
    double worst = shares.stream().max(Comparator.naturalOrder()).orElse(Double.POSITIVE_INFINITY);
    boolean known = shares.size() == runs.size();
    return new ControlResult(
        NAME,
        "In every run child models score better, on average, than the frequencies of tokens do.",
        known && worst < 1,
        known
            ? measured("largest mean score, as a share of the unigram entropy", worst, runs)
            : measured("runs that don't tell their score", runs.size() - shares.size(), runs),
        known ? "below 1" : "none");
  }

  private static Estimate measured(String name, double value, List<RunRecord> runs) {
    return new Estimate(name, value, Optional.empty(), runs.size(), runs.size());
  }

  private static Double shareOfEntropy(RunRecord record) {
    Double score = record.metrics().get("meanScore");
    Double entropy = record.metrics().get("unigramEntropy");
    return score == null || entropy == null ? null : (Double) (score / entropy);
  }
}
