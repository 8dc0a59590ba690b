package magicbench.harness.sampling;

import java.util.List;
import java.util.stream.IntStream;
import magicbench.harness.space.SearchSpace;

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
}
