package magicbench.harness.space;

import java.math.BigInteger;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/** What can be chosen: the candidate operators of every layer. Plain Java, no engine. */
public interface SearchSpace {

  /**
   * The number of layers.
   *
   * @return at least 1
   */
  int layers();

  /**
   * The candidates of one layer.
   *
   * @param layer the layer, from 0
   * @return operator names, in the space's order, at least 2
   */
  List<String> candidates(int layer);

  /**
   * How large one candidate is.
   *
   * @param layer the layer, from 0
   * @param operator one of the layer's candidates
   * @return the number of its trainable parameters, 0 or more
   */
  long parameters(int layer, String operator);

  /**
   * How many child models there are.
   *
   * @return the product of the numbers of candidates
   */
  BigInteger size();

  /**
   * A uniformly random child model.
   *
   * @param random where the draw comes from
   * @return a child model of this space
   */
  Architecture draw(UniformRandomProvider random);

  /**
   * The candidates that a child model did not choose in one layer.
   *
   * @param architecture a child model of this space
   * @param layer the layer, from 0
   * @return the other operators' names, in the space's order, at least 1
   */
  default List<String> alternatives(Architecture architecture, int layer) {
    String present = architecture.operators().get(layer);
    return candidates(layer).stream().filter(name -> !name.equals(present)).toList();
  }

  /**
   * All child models that differ from one in exactly one layer.
   *
   * @param architecture a child model of this space
   * @return its neighbours, by layer, then by the space's order
   */
  List<Architecture> neighbours(Architecture architecture);

  /**
   * Checks that a child model belongs to this space.
   *
   * @param architecture a child model
   * @throws IllegalArgumentException that names the layer and the operator that don't fit
   */
  void check(Architecture architecture);
}
