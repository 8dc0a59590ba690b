package magicbench.harness.training;

/**
 * Where a step's batch comes from.
 *
 * @param <B> what is learnt from
 */
@FunctionalInterface
public interface BatchSource<B extends Batch> {

  /**
   * The batch of one step. The same step always gives the same batch, so that a resumed run sees
   * what an uninterrupted one would have seen.
   *
   * @param step the step's number, from 0
   * @return the batch
   */
  B at(long step);
}
