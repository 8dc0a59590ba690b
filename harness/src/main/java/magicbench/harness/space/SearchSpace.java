package magicbench.harness.space;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What can be chosen: the candidate operators of every layer. Plain Java, no engine.
 *
 * <p>A space tells its layers, their candidates and how large each is; all else follows.
 */
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
  default BigInteger size() {
    return IntStream.range(0, layers())
        .mapToObj(layer -> BigInteger.valueOf(candidates(layer).size()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  /**
   * A uniformly random child model: one whole number is drawn a layer, the first layer's first.
   *
   * @param random where the draw comes from
   * @return a child model of this space
   */
  default Architecture draw(UniformRandomProvider random) {
    return new Architecture(
        IntStream.range(0, layers())
            .mapToObj(this::candidates)
            .map(names -> names.get(random.nextInt(names.size())))
            .toList());
  }

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
  default List<Architecture> neighbours(Architecture architecture) {
    check(architecture);
    return IntStream.range(0, layers())
        .boxed()
        .flatMap(
            layer ->
                alternatives(architecture, layer).stream()
                    .map(name -> architecture.with(layer, name)))
        .toList();
  }

  /**
   * Checks that a child model belongs to this space.
   *
   * @param architecture a child model
   * @throws IllegalArgumentException that names the layer and the operator that don't fit
   */
  default void check(Architecture architecture) {
    List<String> chosen = architecture.operators();
    if (chosen.size() != layers()) {
      throw new IllegalArgumentException(
          "architecture " + architecture + " has " + chosen.size() + " layers, not " + layers());
    }
    for (int layer = 0; layer < chosen.size(); layer++) {
      if (!candidates(layer).contains(chosen.get(layer))) {
        throw new IllegalArgumentException(
            "layer %d uses %s, which is none of %s"
                .formatted(layer, chosen.get(layer), candidates(layer)));
      }
    }
  }
}
