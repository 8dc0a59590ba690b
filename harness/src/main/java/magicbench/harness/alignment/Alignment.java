package magicbench.harness.alignment;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import magicbench.harness.sampling.SelectionLoss;
import magicbench.harness.space.Architecture;
import magicbench.harness.supernet.Trace;

/**
 * What pulls the hidden states of child models together while a super-net trains.
 *
 * <p>One alignment serves one trial and one thread. It holds no arrays; what it must remember from
 * step to step it gives away as {@link #state()}.
 */
public interface Alignment {

  /**
   * The child model that this step's child models are aligned with.
   *
   * @param step the step's number, from 0
   * @return empty where the step aligns nothing, during a warm-up for instance
   */
  Optional<Architecture> anchor(long step);

  /**
   * What a child model's loss is raised by, its weight included.
   *
   * @param child the child model's forward pass on the step's batch
   * @param anchor the anchor's on the same batch; no gradient flows into it
   * @return a scalar in the child's manager
   */
  NDArray penalty(Trace child, Trace anchor);

  /**
   * Called after each step that was taken, so that the anchor may change.
   *
   * @param step the step's number, from 0
   * @param child the last child model that the step trained
   * @param losses measures child models on batches kept for this choice
   */
  void trained(long step, Architecture child, SelectionLoss losses);

  /**
   * What a resumed run needs in order to go on as this one would.
   *
   * @return text for the checkpoint; empty for an alignment without memory
   */
  String state();

  /**
   * Takes up where another alignment stopped.
   *
   * @param state what that alignment's {@link #state()} returned
   * @throws IllegalArgumentException when this is no state of such an alignment
   */
  void restore(String state);
}
