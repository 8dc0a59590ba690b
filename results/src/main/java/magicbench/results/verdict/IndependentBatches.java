package magicbench.results.verdict;

import java.util.Arrays;
import magicbench.results.stats.Interval;

/**
 * One child model on two independent batches: the noise floor of the cosine.
 *
 * <p>It fails in two ways, each of which would void the cosines between different child models. At
 * 1 the two batches were one, so that the probe doesn't draw what it says. Where its interval over
 * seeds doesn't reach above 0, a gradient tells of its batch alone: what two child models share on
 * one batch is that batch's noise, and the cosine between them says nothing of the loss that
 * training descends. Nothing is asked of how the floor compares with cosines between child models,
 * since that is what claims are about.
 */
final class IndependentBatches implements Control {

  static final String NAME = "independent-batches";

  /**
   * Passes when the mean cosine over seeds is not shown to be 0 or less (its interval, or with one
   * seed its value, reaches above 0) and no seed's mean is 1.
   */
  @Override
  public ControlResult check(Inquiry inquiry) {
    Rows rows =
        inquiry
            .rows(Probe.CONTROLS)
            .with(Probe.CONTROL, NAME)
            .at(inquiry.claim().metric().trainedShare());
    double[] perSeed = rows.meanPerSeed(Probe.COSINE);
    Estimate floor = Estimates.ofCosines("noise floor", perSeed, rows.size(), inquiry.confidence());
    boolean between =
        floor.interval().map(Interval::high).orElse(floor.value()) > 0
            && Arrays.stream(perSeed).allMatch(mean -> mean < 1 - SameChildTwice.ROUNDING);
    return new ControlResult(
        NAME,
        "Another batch alone lowers one child model's cosine with itself to this; pairs of child"
            + " models are compared on one shared batch, so their cosines may lie above it.",
        between,
        floor,
        "an interval that reaches above 0, and every seed's mean below "
            + (1 - SameChildTwice.ROUNDING));
  }
}
