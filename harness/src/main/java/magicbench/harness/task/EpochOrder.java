package magicbench.harness.task;

import java.util.Arrays;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.sampling.PermutationSampler;

/**
 * Which examples a training step learns from: each epoch goes through all of them in an order of
 * its own. What is left at an epoch's end and fills no batch is left out. One thread at a time.
 */
final class EpochOrder {

  private static final String STREAM = "epoch";

  private final int size;

  /** The order of one epoch, so that it isn't drawn anew at every step. */
  private int[] order = {};

  private long orderSeed;
  private long orderEpoch = -1;

  /**
   * An order.
   *
   * @param size how many examples there are, at least 1
   */
  EpochOrder(int size) {
    this.size = size;
  }

  /**
   * The examples of a step.
   *
   * @param seeds the trial's seeds (stream {@code epoch})
   * @param step the step's number, from 0
   * @param rows how many; all where there are fewer
   * @return their numbers, the same whenever they are asked for
   */
  int[] rows(Seeds seeds, long step, int rows) {
    int batch = Math.min(rows, size);
    int perEpoch = size / batch;
    if (seeds.seed() != orderSeed || step / perEpoch != orderEpoch) {
      orderSeed = seeds.seed();
      orderEpoch = step / perEpoch;
      order = PermutationSampler.natural(size);
      PermutationSampler.shuffle(seeds.randomAt(STREAM, orderEpoch), order);
    }
    int from = (int) (step % perEpoch) * batch;
    return Arrays.copyOfRange(order, from, from + batch);
  }
}
