package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import magicbench.results.record.RunRecord;

/**
 * What is held against each other must be as large: within 2 % of the parameters and 5 % of the
 * forward FLOPs, seed by seed. A larger network that scores higher is no finding.
 */
final class EqualSize implements Control {

  static final String NAME = "equal-size";

  private static final double PARAMETERS = 0.02;
  private static final double FLOPS = 0.05;

  @Override
  public ControlResult check(Inquiry inquiry) {
    Sides sides = Sides.of(inquiry);
    String reader = Estimators.reader(inquiry.claim());
    List<Double> shares = new ArrayList<>();
    for (int run = 0; run < sides.method().size(); run++) {
      RunRecord one = sides.method().get(run);
      RunRecord other = sides.against().get(run);
      shares.add(apart(reader, one, other, "parameters") / PARAMETERS);
      shares.add(apart(reader, one, other, "forwardFlops") / FLOPS);
    }
    double worst = Collections.max(shares);
    return new ControlResult(
        NAME,
        "The networks of both methods are as large, within 2 % of the parameters and 5 % of the"
            + " forward FLOPs.",
        worst <= 1,
        new Estimate(
            "largest difference, as a share of what is allowed",
            worst,
            Optional.empty(),
            sides.method().size(),
            sides.seeds().size()),
        "at most 1");
  }

  private static double apart(String reader, RunRecord one, RunRecord other, String figure) {
    double size = TaskScores.figure(reader, one, figure);
    return Math.abs(TaskScores.figure(reader, other, figure) / size - 1);
  }
}
