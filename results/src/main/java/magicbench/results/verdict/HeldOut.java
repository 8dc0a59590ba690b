package magicbench.results.verdict;

/**
 * No run may have scored child models on what it trained on. Held-out text shares stock phrases
 * with training text (about 1 % of its runs of 16 tokens in the accepted laptop records), text that
 * was trained on shares all of them. Of images, a record tells the share that occurs in training.
 */
final class HeldOut implements Control {

  static final String NAME = "held-out";

  private static final String METRIC = "scoredShareInTraining";
  private static final double LIMIT = 0.1;

  @Override
  public ControlResult check(Inquiry inquiry) {
    EveryRun share =
        new EveryRun(
            run -> run.metrics().get(METRIC),
            inquiry.subject().shareInTraining(),
            "runs that don't tell what they scored on");
    return share.check(
        inquiry,
        NAME,
        "No run scored child models on " + inquiry.subject().seenBefore() + ".",
        worst -> worst <= LIMIT,
        "at most " + LIMIT);
  }
}
