package magicbench.results.verdict;

import magicbench.results.record.RunRecord;

/**
 * No run may have collapsed: its child models must have learned more than how often each token, or
 * class of images, occurs. A super-net whose child models all say the same has similar gradients
 * and no ranks.
 */
final class NoCollapse implements Control {

  static final String NAME = "no-collapse";

  @Override
  public ControlResult check(Inquiry inquiry) {
    EveryRun share =
        new EveryRun(
            NoCollapse::shareOfEntropy,
            "largest mean score, as a share of the " + inquiry.subject().entropy(),
            "runs that don't tell their score");
    return share.check(
        inquiry,
        NAME,
        "In every run child models score better, on average, than "
            + inquiry.subject().frequencies()
            + " do.",
        worst -> worst < 1,
        "below 1");
  }

  private static Double shareOfEntropy(RunRecord record) {
    Double score = record.metrics().get("meanScore");
    Double entropy = record.metrics().get("unigramEntropy");
    return score == null || entropy == null ? null : (Double) (score / entropy);
  }
}
