package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import magicbench.results.claim.Claim;
import magicbench.results.stats.PageTrend;
import magicbench.results.stats.TestResult;

/** The monotone-trend test that a claim wants to see beside its effect. */
final class Trend {

  static final String PAGE = "page";
  static final String NONE = "none";

  /** Where the exact law is out of reach; the smallest p-value is 1 in 10,000 then. */
  private static final int RANDOM_ORDERS = 9999;

  private Trend() {}

  /**
   * Page's test in the claimed direction: seeds are the blocks, levels of the cause the treatments,
   * a seed's mean outcome at a level the cell. Jonckheere's test would take rows of one super-net
   * for independent, which they aren't.
   *
   * @return one test; none when the claim wants none or there are fewer than two levels
   */
  static List<TestResult> of(Inquiry inquiry, Levels levels) {
    Claim claim = inquiry.claim();
    double[][] cells = levels.meansBySeed();
    if (!claim.decision().trend().equals(PAGE) || cells[0].length < 2) {
      return List.of();
    }
    int sign = claim.direction().sign();
    double[][] signed =
        Arrays.stream(cells)
            .map(block -> Arrays.stream(block).map(mean -> sign * mean).toArray())
            .toArray(double[][]::new);
    return List.of(PageTrend.test(signed, inquiry.seeds().stream("trend"), RANDOM_ORDERS));
  }
}
