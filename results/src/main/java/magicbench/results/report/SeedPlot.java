package magicbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import magicbench.results.claim.Claim;
import magicbench.results.verdict.Evidence;

/** The effect of each super-net seed. */
public final class SeedPlot {

  private SeedPlot() {}

  /**
   * Draws one circle a super-net seed above the effect over all of them.
   *
   * @param claim the claim: its tolerance is marked
   * @param evidence what its verdict rests on
   * @return an SVG document, the same bytes for equal input
   */
  public static String svg(Claim claim, Evidence evidence) {
    return draw(claim, evidence).svg().render();
  }

  static Figure draw(Claim claim, Evidence evidence) {
    List<ForestPlot.Row> rows = new ArrayList<>();
    evidence
        .perSeed()
        .forEach(
            (seed, value) -> rows.add(new ForestPlot.Row("seed " + seed, value, Optional.empty())));
    rows.add(ForestPlot.Row.of("all together", evidence.effect()));
    return ForestPlot.draw(
        claim,
        "seeds",
        "Effect by super-net seed",
        rows,
        "Open circles: one super-net seed each. Last row: the effect that decides, with its"
            + " interval. "
            + ClaimWords.dashes(claim));
  }
}
