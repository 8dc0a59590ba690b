package magicbench.results.report;

import java.util.List;
import magicbench.results.claim.Claim;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Stage;

/** The effect along training, the untrained super-net first. */
public final class StagesPlot {

  private StagesPlot() {}

  /**
   * Draws the effect at each stage of training.
   *
   * @param claim the claim: its tolerance is marked
   * @param evidence what its verdict rests on
   * @return an SVG document, the same bytes for equal input
   */
  public static String svg(Claim claim, Evidence evidence) {
    return draw(claim, evidence).svg().render();
  }

  static Figure draw(Claim claim, Evidence evidence) {
    String caption =
        "The effect along training with its interval at each stage; stages are equally spaced."
            + " Open circle: untrained. "
            + ClaimWords.dashes(claim);
    return new Figure("stages", chart(claim, evidence.stages(), caption), caption);
  }

  private static Tag chart(Claim claim, List<Stage> stages, String caption) {
    return StepsPlot.draw(
        new StepsPlot.Legend(
            "stages",
            "Effect along training",
            "circle: effect \u00b7 bar: interval \u00b7 dashed: tolerance",
            claim.title() + ". " + caption,
            claim.tolerance().unit(),
            "share of training",
            ForestPlot.threshold(claim),
            true),
        stages.stream().map(StagesPlot::step).toList());
  }

  private static StepsPlot.Step step(Stage stage) {
    String mark = stage.trainedShare() == 0 ? "mb-open" : "mb-mean";
    return new StepsPlot.Step(label(stage), stage.effect(), mark, "undefined");
  }

  static String label(Stage stage) {
    return stage.trainedShare() == 0 ? "untrained" : Numbers.percent(stage.trainedShare());
  }
}
