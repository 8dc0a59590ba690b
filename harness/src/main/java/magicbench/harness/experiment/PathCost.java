package magicbench.harness.experiment;

import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.space.SizedSpace;

/**
 * What one forward pass of a batch costs.
 *
 * @param space the space
 * @param pass a child model's floating-point operations
 */
record PathCost(SearchSpace space, ToLongFunction<Architecture> pass) {

  private static final double MASKED_SHARE = 0.15;

  /** A masked-LM batch with the expected number of masked places. */
  static PathCost masked(NetworkSize size, int batch) {
    int masked = (int) Math.round(MASKED_SHARE * batch * size.sequence());
    return new PathCost(size.space(), child -> size.forwardFlops(child, batch, masked));
  }

  /** A batch of which no token is told: whole sequences are. */
  static PathCost unmasked(NetworkSize size, int batch) {
    return new PathCost(size.space(), child -> size.forwardFlops(child, batch, 0));
  }

  /** A batch of examples that cost the same each. */
  static PathCost examples(SizedSpace size, int batch) {
    return new PathCost(size.space(), child -> batch * size.forwardFlops(child));
  }

  /** The floating-point operations of one child model. */
  double flops(Architecture child) {
    return pass.applyAsLong(child);
  }

  /** The floating-point operations of some child models, one after the other. */
  double flops(Collection<Architecture> children) {
    return children.stream().mapToDouble(this::flops).sum();
  }

  /**
   * The mean over uniformly random child models. A path's cost is the sum of its layers', so that
   * is the first candidates' and what each layer's candidates add to it on average.
   */
  double meanFlops() {
    Architecture first = first();
    double base = flops(first);
    return base
        + IntStream.range(0, space.layers())
            .mapToDouble(layer -> meanOf(first, layer) - base)
            .sum();
  }

  private Architecture first() {
    List<String> names =
        IntStream.range(0, space.layers())
            .mapToObj(layer -> space.candidates(layer).get(0))
            .toList();
    return new Architecture(names);
  }

  private double meanOf(Architecture first, int layer) {
    return space.candidates(layer).stream()
        .mapToDouble(name -> flops(first.with(layer, name)))
        .average()
        .orElseThrow();
  }
}
