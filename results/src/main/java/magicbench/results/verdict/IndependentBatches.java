package magicbench.results.verdict;

import java.util.Arrays;

/**
 * One child model on two independent batches: the noise floor of the cosine.
 *
 * <p>It fails in two ways, each of which would void the cosines between different child models. At
 * 1 the two batches were one, so that the probe doesn't draw what it says. At 0 or below, a
 * gradient tells of its batch alone: what two child models then share on one batch is that batch's
 * noise, and the cosine between them says nothing of the loss that training descends. Nothing is
 * asked of how the floor compares with cosines between child models, since that is what claims are
 * about.
 */
final class IndependentBatches implements Control {

  static final String NAME = "independent-batches";

  /** Passes when each seed's mean cosine at the claim's stage lies strictly between 0 and 1. */
  @Override
  public ControlResult check(Inquiry inquiry) {
    Rows rows =
        inquiry
            .rows(Probe.CONTROLS)
            .with(Probe.CONTROL, NAME)
            .at(inquiry.claim().metric().trainedShare());
    double[] perSeed = rows.meanPerSeed(Probe.COSINE);
    boolean between =
        Arrays.stream(perSeed).allMatch(mean -> mean > 0 && mean < 1 - SameChildTwice.ROUNDING);
    return new ControlResult(
        NAME,
        "A child model's gradients on two independent batches are alike, yet not equal; below the"
            + " cosine found here, batch noise alone explains a difference.",
        between,
        Estimates.ofNumbers("noise floor", perSeed, rows.size(), inquiry.confidence()),
        "every seed's mean cosine above 0 and below " + (1 - SameChildTwice.ROUNDING));
  }
}
