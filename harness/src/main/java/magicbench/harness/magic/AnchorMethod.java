package magicbench.harness.magic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import magicbench.harness.alignment.Alignment;
import magicbench.harness.alignment.AlignmentMethod;
import magicbench.harness.sampling.Settings;

/**
 * MAGIC-A (Xu et al., ICML 2022): the hidden states of each child model are pulled towards those of
 * an anchor, a child model that did best on held-out data so far.
 *
 * <p>The content of the paper's equation 5 is not known to us; ours adds {@code weight} times the
 * mean over layers of a distance between the layers' outputs, with no gradient into the anchor.
 * Settings:
 *
 * <ul>
 *   <li>{@code weight}: 0 or above, 0.1 unless told
 *   <li>{@code distance}: {@code energy} (squared error over the anchor's mean square, so that a
 *       wide residual stream counts no more than a narrow one) or {@code cosine}
 *   <li>{@code warmupSteps}: steps without alignment, 0 unless told
 *   <li>{@code anchor}: {@code best}, or {@code fixed}: the first child model for ever, a control
 *   <li>{@code rescore}: {@code fresh} measures the anchor again with each rival, {@code stale}
 *       keeps the loss that made it the anchor
 *   <li>{@code everySteps}: how often a rival is measured, 10 unless told
 * </ul>
 */
public final class AnchorMethod implements AlignmentMethod {

  /** A method. */
  public AnchorMethod() {}

  @Override
  public String name() {
    return "anchor";
  }

  @Override
  public Alignment create(JsonNode settings) {
    Settings given =
        new Settings(
            name(),
            settings,
            "weight",
            "distance",
            "warmupSteps",
            "anchor",
            "rescore",
            "everySteps");
    return new AnchorAlignment(
        new AnchorAlignment.Rule(
            given.number("weight", 0.1, 0, 1e6),
            given.word("distance", List.of("energy", "cosine")).equals("energy"),
            given.wholeNumber("warmupSteps", 0, 0, Long.MAX_VALUE),
            given.word("anchor", List.of("best", "fixed")).equals("best"),
            given.word("rescore", List.of("fresh", "stale")).equals("fresh"),
            given.wholeNumber("everySteps", 10, 1, Long.MAX_VALUE)));
  }
}
