package magicbench.harness.magic;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import magicbench.harness.alignment.Alignment;
import magicbench.harness.operator.Scaling;
import magicbench.harness.sampling.SelectionLoss;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.Trace;

/** Alignment with the best child model so far, or with the first one for ever. */
final class AnchorAlignment implements Alignment {

  private static final String SEPARATOR = " ";

  /** Keeps a mean square of zero from dividing; far below that of any hidden state. */
  private static final float TINY = 1e-12f;

  private final Rule rule;
  private Optional<Architecture> anchor = Optional.empty();
  private double anchorLoss = Double.POSITIVE_INFINITY;

  AnchorAlignment(Rule rule) {
    this.rule = rule;
  }

  /**
   * The settings.
   *
   * @param weight what the distance is multiplied with
   * @param energyScaled whether the distance is the energy-scaled squared error, or the cosine's
   * @param warmupSteps steps without alignment
   * @param replaces whether a better child model becomes the anchor
   * @param rescores whether the anchor is measured again with each rival
   * @param everySteps how often a rival is measured
   */
  record Rule(
      double weight,
      boolean energyScaled,
      long warmupSteps,
      boolean replaces,
      boolean rescores,
      long everySteps) {}

  @Override
  public Optional<Architecture> anchor(long step) {
    return step < rule.warmupSteps() ? Optional.empty() : anchor;
  }

  @Override
  public NDArray penalty(Trace child, Trace anchor) {
    List<NDArray> childStates = child.outputs();
    List<NDArray> anchorStates = anchor.outputs();
    NDArray sum = distance(childStates.get(0), anchorStates.get(0));
    for (int layer = 1; layer < childStates.size(); layer++) {
      sum = sum.add(distance(childStates.get(layer), anchorStates.get(layer)));
    }
    return Scaling.of(sum, rule.weight() / childStates.size());
  }

  private NDArray distance(NDArray child, NDArray anchor) {
    return rule.energyScaled() ? energyScaled(child, anchor) : cosine(child, anchor);
  }

  /** The mean squared difference over the anchor's mean square. */
  private static NDArray energyScaled(NDArray child, NDArray anchor) {
    return child.sub(anchor).square().mean().div(anchor.square().mean().add(TINY));
  }

  /** One minus the mean cosine of a token's two hidden states. */
  private static NDArray cosine(NDArray child, NDArray anchor) {
    int[] width = {-1};
    NDArray dot = child.mul(anchor).sum(width);
    NDArray norms = child.square().sum(width).mul(anchor.square().sum(width)).add(TINY).sqrt();
    return dot.div(norms).mean().neg().add(1);
  }

  @Override
  public void trained(long step, Architecture child, SelectionLoss losses) {
    if (anchor.isEmpty()) {
      anchor = Optional.of(child);
      anchorLoss = rule.replaces() ? losses.of(child) : anchorLoss;
    } else if (rule.replaces() && (step + 1) % rule.everySteps() == 0) {
      challenge(anchor.orElseThrow(), child, losses);
    }
  }

  private void challenge(Architecture present, Architecture child, SelectionLoss losses) {
    if (rule.rescores()) {
      anchorLoss = losses.of(present);
    }
    double loss = losses.of(child);
    if (loss < anchorLoss) {
      anchor = Optional.of(child);
      anchorLoss = loss;
    }
  }

  @Override
  public String state() {
    return anchor.map(path -> anchorLoss + SEPARATOR + path).orElse("");
  }

  @Override
  public void restore(String state) {
    if (state.isEmpty()) {
      anchor = Optional.empty();
      anchorLoss = Double.POSITIVE_INFINITY;
      return;
    }
    String[] parts = state.split(SEPARATOR, -1);
    if (parts.length != 2) {
      throw new IllegalArgumentException("no state of an anchor: " + state);
    }
    anchorLoss = Double.parseDouble(parts[0]);
    anchor = Optional.of(Architecture.parse(parts[1]));
  }
}
