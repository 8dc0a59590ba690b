package magicbench.harness.training;

import java.util.List;
import magicbench.harness.alignment.Alignment;
import magicbench.harness.alignment.NoAlignment;

/**
 * How a training run aligns its child models, and what it selects them by.
 *
 * @param alignment what pulls them together
 * @param selection held-out batches that choose an anchor, or what a sampler gives up, never used
 *     for anything else; empty where nothing is chosen
 */
public record Aligning(Alignment alignment, List<? extends Batch> selection) {

  /** No alignment. */
  public static final Aligning NOTHING = new Aligning(new NoAlignment(), List.of());

  /** Keeps an immutable copy. */
  public Aligning {
    selection = List.copyOf(selection);
  }
}
