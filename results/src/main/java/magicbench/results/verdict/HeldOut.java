package magicbench.results.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import magicbench.results.record.RunRecord;

/**
 * No run may have scored child models on what it trained on. Held-out text shares stock phrases
 * with training text (about 1 % of its runs of 16 tokens in the accepted laptop records), text that
 * was trained on shares all of them.
 */
final class HeldOut implements Control {

  static final String NAME = "held-out";

  private static final String METRIC = "scoredShareInTraining";
  private static final double LIMIT = 0.1;

  @Override
  public ControlResult check(Inquiry inquiry) {
    List<RunRecord> runs = Sides.of(inquiry).runs();
    List<Double> shares =
        runs.stream().map(run -> run.metrics().get(METRIC)).filter(Objects::nonNull).toList();
    double worst = shares.stream().max(Comparator.naturalOrder()).orElse(0.0);
    boolean known = shares.size() == runs.size();
    return new ControlResult(
        NAME,
        "No run scored child models on text that it trained on.",
        known && worst <= LIMIT,
        known
            ? measured(
                "largest share of the scoring text's runs of tokens in training text", worst, runs)
            : measured(
                "runs that don't tell what they scored on", runs.size() - shares.size(), runs),
        known ? "at most " + LIMIT : "none");
  }

  private static Estimate measured(String name, double value, List<RunRecord> runs) {
    return new Estimate(name, value, Optional.empty(), runs.size(), runs.size());
  }
}
