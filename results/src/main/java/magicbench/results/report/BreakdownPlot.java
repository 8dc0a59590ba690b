package magicbench.results.report;

import java.util.ArrayList;
import java.util.List;
import magicbench.results.claim.Claim;
import magicbench.results.verdict.Breakdown;
import magicbench.results.verdict.Evidence;

/** The effect stratum by stratum: per layer, per operator, ... */
public final class BreakdownPlot {

  private BreakdownPlot() {}

  /**
   * Draws one breakdown above the effect over all strata.
   *
   * @param claim the claim: its tolerance is marked
   * @param evidence what its verdict rests on
   * @param breakdown which of its breakdowns
   * @return an SVG document, the same bytes for equal input
   */
  public static String svg(Claim claim, Evidence evidence, Breakdown breakdown) {
    return draw(claim, evidence, breakdown).svg().render();
  }

  static Figure draw(Claim claim, Evidence evidence, Breakdown breakdown) {
    List<ForestPlot.Row> rows = new ArrayList<>();
    String by = Words.phrase(breakdown.by());
    breakdown
        .strata()
        .forEach(
            stratum -> rows.add(ForestPlot.Row.of(label(by, stratum.name()), stratum.effect())));
    rows.add(ForestPlot.Row.of("all together", evidence.effect()));
    return ForestPlot.draw(
        claim,
        "by-" + breakdown.by().replaceAll("[^A-Za-z0-9]+", "-"),
        "Effect by " + by,
        rows,
        "The effect by " + by + ", with intervals; the last row is the effect that decides.");
  }

  /** A number alone does not say what it counts. */
  private static String label(String by, String stratum) {
    boolean isNumber = !stratum.isEmpty() && Character.isDigit(stratum.codePointAt(0));
    return isNumber ? by + " " + stratum : stratum;
  }
}
