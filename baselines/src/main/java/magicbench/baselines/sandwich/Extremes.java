package magicbench.baselines.sandwich;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;

/**
 * The largest and the smallest path of a space, by trainable parameters. Where two operators have
 * as many, the one that the space names first counts as the larger.
 *
 * @param space the space
 */
record Extremes(SearchSpace space) {

  /** The operator of most parameters in every layer. */
  Architecture largest() {
    return path(layer -> largestFirst(layer).get(0));
  }

  /** The two operators of most parameters in turn, the smaller of them in the first layer. */
  Architecture alternating() {
    return path(layer -> largestFirst(layer).get((layer + 1) % 2));
  }

  /** The operator of fewest parameters in every layer. */
  Architecture smallest() {
    return path(layer -> largestFirst(layer).get(space.candidates(layer).size() - 1));
  }

  private List<String> largestFirst(int layer) {
    return space.candidates(layer).stream()
        .sorted(
            Comparator.comparingLong((String operator) -> space.parameters(layer, operator))
                .reversed())
        .toList();
  }

  private Architecture path(IntFunction<String> operator) {
    return new Architecture(IntStream.range(0, space.layers()).mapToObj(operator).toList());
  }
}
