package magicbench.harness.supernet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.SortedMap;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SizedSpace;

/**
 * One network that holds one set of weights for every (layer, operator) pair of a space, whatever
 * it learns from.
 *
 * <p>One thread at a time. Call {@link #close} at the end: it frees all weights.
 */
public interface SuperNet extends AutoCloseable {

  /**
   * What this network holds and costs.
   *
   * @return the space and its sizes
   */
  SizedSpace size();

  /**
   * A manager for the arrays of one step.
   *
   * @return a child of the super-net's manager, to be closed after the step
   */
  NDManager newScope();

  /**
   * The mean cross-entropy of what is told.
   *
   * @param architecture a child model of the space
   * @param batch the batch
   * @return a scalar in nats that lives in the batch's manager
   */
  default NDArray loss(Architecture architecture, BatchArrays batch) {
    return trace(architecture, batch).loss();
  }

  /**
   * A forward pass that keeps every layer's input and branch.
   *
   * @param architecture a child model of the space
   * @param batch the batch
   * @return loss and layers, in the batch's manager
   */
  Trace trace(Architecture architecture, BatchArrays batch);

  /**
   * The scores of all classes for what is told.
   *
   * @param architecture a child model of the space
   * @param batch the batch
   * @return (told, classes), in the batch's manager
   */
  NDArray logits(Architecture architecture, BatchArrays batch);

  /**
   * What enters the first layer.
   *
   * @param batch the batch
   * @return an array in the batch's manager, its first axis the batch's rows
   */
  NDArray embed(BatchArrays batch);

  /**
   * What leaves one operator of one layer.
   *
   * @param layer the layer, from 0
   * @param operator one of its candidates
   * @param stream what enters it
   * @param batch what the stream was made of
   * @return an array in the stream's manager; the stream itself for the identity
   */
  NDArray layer(int layer, String operator, NDArray stream, BatchArrays batch);

  /**
   * The mean cross-entropy of what is told, given the last layer's output.
   *
   * @param stream the last layer's output
   * @param batch the batch
   * @return a scalar in nats that lives in the stream's manager, as all that is made on the way
   */
  NDArray loss(NDArray stream, BatchArrays batch);

  /**
   * The mean cross-entropy of what is told, given its scores.
   *
   * @param logits as {@link #logits} gives them
   * @param batch the batch
   * @return a scalar in nats that lives in the scores' manager
   */
  NDArray crossEntropy(NDArray logits, BatchArrays batch);

  /**
   * All weights.
   *
   * @return weights by name, sorted
   */
  SortedMap<String, Weight> weights();

  /**
   * The weights that one child model uses: the shared ones and its path's.
   *
   * @param architecture a child model of the space
   * @return weights, each once, always in the same order
   */
  List<Weight> parametersOf(Architecture architecture);

  /**
   * The weights of one operator in one layer.
   *
   * @param layer the layer, from 0
   * @param operator the operator's name
   * @return weights sorted by name; empty for the identity
   */
  List<Weight> parametersOf(int layer, String operator);

  /**
   * Overwrites one weight, bit for bit.
   *
   * @param name the weight's name
   * @param values as many values as it has
   */
  void assign(String name, float[] values);

  /** Frees all weights. */
  @Override
  void close();
}
