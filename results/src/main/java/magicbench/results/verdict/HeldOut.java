package magicbench.results.verdict;

/**
 * No run may have scored child models on what it trained on. Held-out text shares stock phrases
 * with training text (about 1 % of its runs of 16 tokens in the accepted laptop records), text that
 * was trained on shares all of them.
 */
final class HeldOut implements Control {

  static final String NAME = "held-out";

  private static final String METRIC = "scoredShareInTraining";
  private static final double LIMIT = 0.1;

  private static final EveryRun SHARE =
      new EveryRun(
          run -> run.metrics().get(METRIC),
          "largest share of the scoring text's runs of tokens in training text",
          "runs that don't tell what they scored on");

  @Override
  public ControlResult check(Inquiry inquiry) {
    return SHARE.check(
        inquiry,
        NAME,
        "No run scored child models on text that it trained on.",
        worst -> worst <= LIMIT,
        "at most " + LIMIT);
  }
}
