package example.rotation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;

/** Remembers, for every layer, which operator comes next and how many are left of its round. */
final class RotationSampler implements PathSampler {

  private static final String SEPARATOR = " ";

  private final SearchSpace space;
  private final int[] next;
  private final int[] left;

  RotationSampler(SearchSpace space) {
    this.space = space;
    this.next = new int[space.layers()];
    this.left = new int[space.layers()];
  }

  // tag::sampler
  @Override
  public List<Architecture> next(UniformRandomProvider random) {
    return List.of(
        new Architecture(
            IntStream.range(0, space.layers())
                .mapToObj(layer -> operator(layer, random))
                .toList()));
  }

  private String operator(int layer, UniformRandomProvider random) {
    List<String> candidates = space.candidates(layer);
    if (left[layer] == 0) {
      left[layer] = candidates.size();
      next[layer] = random.nextInt(candidates.size());
    }
    String operator = candidates.get(next[layer]);
    next[layer] = (next[layer] + 1) % candidates.size();
    left[layer]--;
    return operator;
  }

  @Override
  public String state() {
    return IntStream.concat(Arrays.stream(next), Arrays.stream(left))
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(SEPARATOR));
  }

  // end::sampler

  @Override
  public void restore(String state) {
    int layers = space.layers();
    try {
      int[] numbers = Arrays.stream(state.split(SEPARATOR)).mapToInt(Integer::parseInt).toArray();
      if (numbers.length != 2 * layers) {
        throw new IllegalArgumentException(numbers.length + " numbers for " + layers + " layers");
      }
      System.arraycopy(numbers, 0, next, 0, layers);
      System.arraycopy(numbers, layers, left, 0, layers);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no state of a rotation: " + state, e);
    }
  }
}
