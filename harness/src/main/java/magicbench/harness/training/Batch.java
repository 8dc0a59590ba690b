package magicbench.harness.training;

import ai.djl.ndarray.NDManager;
import java.util.List;
import magicbench.harness.supernet.BatchArrays;

/** What one step learns from, in plain Java. */
public interface Batch {

  /**
   * The batch in parts of so many rows, in order.
   *
   * @param rows rows of a part, 0 for the whole batch
   * @return the parts; just this batch where it is no larger
   */
  List<? extends Batch> parts(int rows);

  /**
   * What it counts for.
   *
   * @return how many things are told, at least 1
   */
  int told();

  /**
   * What a part counts for.
   *
   * @param whole the batch that this is a part of
   * @return above 0, at most 1
   */
  default double shareOf(Batch whole) {
    return (double) told() / whole.told();
  }

  /**
   * The batch as the engine's arrays.
   *
   * @param scope the step's manager
   * @return arrays that die with the scope
   */
  BatchArrays arrays(NDManager scope);
}
