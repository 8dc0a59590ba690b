package magicbench.results.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.record.RunRecord;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;

/** Every drawing of a judgement. */
public final class Plots {

  private Plots() {}

  /**
   * Draws everything that a judgement's evidence holds.
   *
   * @param judgement the judgement
   * @param records the records that it read; raw rows come from them
   * @return SVG documents by name, for instance {@code dose-response}; empty without evidence
   */
  public static SortedMap<String, String> of(Judgement judgement, Collection<RunRecord> records) {
    SortedMap<String, String> documents = new TreeMap<>();
    judgement.evidence().stream()
        .flatMap(evidence -> figures(judgement.claim(), evidence, records).stream())
        .forEach(figure -> documents.put(figure.name(), figure.svg().render()));
    return Collections.unmodifiableSortedMap(documents);
  }

  private static List<Figure> figures(
      Claim claim, Evidence evidence, Collection<RunRecord> records) {
    List<Figure> figures = new ArrayList<>();
    if (!evidence.curve().levels().isEmpty()) {
      figures.add(DoseResponsePlot.draw(claim, evidence, records));
    }
    figures.add(StagesPlot.draw(claim, evidence));
    figures.add(SeedPlot.draw(claim, evidence));
    evidence
        .breakdowns()
        .forEach(breakdown -> figures.add(BreakdownPlot.draw(claim, evidence, breakdown)));
    return figures;
  }
}
