package magicbench.harness.training;

import java.util.List;
import java.util.Optional;
import magicbench.harness.space.Architecture;

/** How one training step is taken. */
interface Stepping {

  /**
   * Takes the step, or leaves all weights as they are where something isn't finite.
   *
   * @param step the step's number, from 0
   * @param paths the child models
   * @param anchor what they are aligned with; empty for nothing
   * @param batch what they learn from
   * @return how it went
   */
  StepResult take(long step, List<Architecture> paths, Optional<Architecture> anchor, Batch batch);
}
