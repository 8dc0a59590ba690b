package magicbench.harness.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Collection;
import java.util.SortedMap;
import java.util.function.Function;
import magicbench.harness.supernet.Weight;

/** Updates weights by their gradients, and remembers of each what its next update needs. */
sealed interface Optimiser extends AutoCloseable permits Adam, MomentumDescent {

  /**
   * The optimiser that the settings ask for, which has updated nothing.
   *
   * @param settings how it updates
   * @param weights all weights that it may be given
   * @param parent whose child holds what it remembers
   */
  static Optimiser of(TrainingSettings settings, Collection<Weight> weights, NDManager parent) {
    return settings.momentum() == null
        ? new Adam(settings, weights, parent)
        : new MomentumDescent(settings, weights, parent);
  }

  /**
   * Updates one weight and sets its gradient to zero.
   *
   * @param weight the weight
   * @param gradient its gradient, or what is taken for it
   * @param learningRate the step's learning rate
   * @param rescale what the gradient is multiplied with first
   */
  void update(Weight weight, NDArray gradient, double learningRate, double rescale);

  /** How often each weight was updated, by its name. */
  SortedMap<String, Long> updates();

  /** What is remembered, by names that no other optimiser has. */
  SortedMap<String, NDArray> memory();

  /**
   * Remembers of one weight what another optimiser of this kind did.
   *
   * @param weight the weight's name
   * @param updates how often it was updated
   * @param stored gives the values of what {@link #memory} names
   */
  void restore(String weight, long updates, Function<String, float[]> stored);

  /** Frees what is remembered. */
  @Override
  void close();
}
