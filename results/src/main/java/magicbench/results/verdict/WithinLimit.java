package magicbench.results.verdict;

import magicbench.results.claim.Metric;

/**
 * Every network must keep to the limit that the claim's statement sets, of multiply-adds for
 * instance: a larger one that reaches the paper's number is another finding.
 */
final class WithinLimit implements Control {

  static final String NAME = "within-limit";

  @Override
  public ControlResult check(Inquiry inquiry) {
    Metric.Limit limit = inquiry.claim().metric().limit().orElseThrow();
    String most = Numbers.plain(limit.most());
    EveryRun size =
        new EveryRun(
            run -> run.metrics().get(limit.metric()),
            "largest " + limit.metric(),
            "runs that don't tell their " + limit.metric());
    return size.check(
        inquiry,
        NAME,
        "No network has more than " + most + " " + limit.metric() + ".",
        largest -> largest <= limit.most(),
        "at most " + most);
  }
}
