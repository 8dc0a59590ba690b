package magicbench.harness.sampling;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A space whose operators are the letters a, b, c and so on: a fake for tests of samplers.
 *
 * @param layers how many layers
 * @param letters how many operators a layer, at most 26
 */
public record LetterSpace(int layers, int letters) implements SearchSpace {

  @Override
  public List<String> candidates(int layer) {
    return IntStream.range(0, letters).mapToObj(i -> Character.toString('a' + i)).toList();
  }

  /** 0 for a, 1 for b and so on. */
  @Override
  public long parameters(int layer, String operator) {
    return candidates(layer).indexOf(operator);
  }

  @Override
  public BigInteger size() {
    return BigInteger.valueOf(letters).pow(layers);
  }

  @Override
  public Architecture draw(UniformRandomProvider random) {
    return new Architecture(
        IntStream.range(0, layers)
            .mapToObj(layer -> candidates(layer).get(random.nextInt(letters)))
            .toList());
  }

  @Override
  public List<Architecture> neighbours(Architecture architecture) {
    List<Architecture> neighbours = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      for (String operator : candidates(layer)) {
        if (!operator.equals(architecture.operators().get(layer))) {
          neighbours.add(architecture.with(layer, operator));
        }
      }
    }
    return neighbours;
  }

  @Override
  public void check(Architecture architecture) {
    if (architecture.operators().size() != layers) {
      throw new IllegalArgumentException(architecture + " has not " + layers + " layers");
    }
    for (int layer = 0; layer < layers; layer++) {
      if (!candidates(layer).contains(architecture.operators().get(layer))) {
        throw new IllegalArgumentException("layer " + layer + " of " + architecture);
      }
    }
  }
}
