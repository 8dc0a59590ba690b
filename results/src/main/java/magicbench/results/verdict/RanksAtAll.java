package magicbench.results.verdict;

import java.util.Optional;

/**
 * A positive control: the super-nets of the method that is held against must rank child models at
 * all. Where they don't, scores or truth are worth nothing (or don't belong together), and that two
 * methods differ or don't says nothing.
 */
final class RanksAtAll implements Control {

  static final String NAME = "ranks-at-all";

  @Override
  public ControlResult check(Inquiry inquiry) {
    Optional<Estimate> agreement = RankGain.of(inquiry).agreementOfTheOther();
    Estimate measured =
        agreement.orElseGet(
            () -> new Estimate("Kendall's tau-b, undefined", 0, Optional.empty(), 0, 0));
    return new ControlResult(
        NAME,
        "The super-nets of "
            + inquiry.claim().metric().against()
            + " rank child models better than chance.",
        measured.interval().map(interval -> interval.low() > 0).orElse(false),
        measured,
        "an interval wholly above 0");
  }
}
