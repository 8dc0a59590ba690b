package magicbench.baselines.shrinking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import magicbench.harness.sampling.SelectionLoss;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What is left of a space.
 *
 * @param reviews how many reviews there were; after none, all of the space is left
 * @param bins the child models that are left, as text, bin by bin, the smallest bin first
 */
record Survivors(int reviews, List<List<String>> bins) {

  static final Survivors ALL = new Survivors(0, List.of());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TRIES_A_PATH = 50;

  Survivors {
    if (reviews < 0 || bins == null || (reviews == 0) != bins.isEmpty()) {
      throw new IllegalArgumentException("reviews is " + reviews + ", bins are " + bins);
    }
    bins = bins.stream().map(List::copyOf).toList();
  }

  /** A child model and what a review measures it by. */
  private record Reviewed(String child, double loss) {}

  /**
   * Draws the child models that the bins begin with: uniformly, each once, cut into bins of equally
   * many by their operators' parameters. A space that has fewer gives all that are found.
   */
  static List<List<String>> pool(
      SearchSpace space, Shrinkage shrinkage, UniformRandomProvider random) {
    int wanted = shrinkage.bins() * shrinkage.pathsPerBin();
    Set<Architecture> drawn = new LinkedHashSet<>();
    for (long tries = 0; drawn.size() < wanted && tries < (long) TRIES_A_PATH * wanted; tries++) {
      drawn.add(space.draw(random));
    }
    List<Architecture> bySize = new ArrayList<>(drawn);
    bySize.sort(
        Comparator.<Architecture>comparingLong(child -> parameters(space, child))
            .thenComparing(Architecture::toString));
    List<List<String>> bins = new ArrayList<>();
    for (int bin = 0; bin < shrinkage.bins(); bin++) {
      bins.add(
          bySize
              .subList(
                  bin * bySize.size() / shrinkage.bins(),
                  (bin + 1) * bySize.size() / shrinkage.bins())
              .stream()
              .map(Architecture::toString)
              .toList());
    }
    return bins;
  }

  private static long parameters(SearchSpace space, Architecture child) {
    long sum = 0;
    for (int layer = 0; layer < space.layers(); layer++) {
      sum += space.parameters(layer, child.operators().get(layer));
    }
    return sum;
  }

  /**
   * Those of some bins that a review leaves: in each the better half by its loss, the better first,
   * of equals the one that came first. A loss that is no number is the worst.
   */
  Survivors reviewed(List<List<String>> before, Shrinkage shrinkage, SelectionLoss losses) {
    List<List<String>> after =
        before.stream()
            .map(
                bin ->
                    bin.stream()
                        .map(child -> new Reviewed(child, losses.of(Architecture.parse(child))))
                        .sorted(Comparator.comparingDouble(Reviewed::loss))
                        .limit(shrinkage.kept(bin.size()))
                        .map(Reviewed::child)
                        .toList())
            .toList();
    return new Survivors(reviews + 1, after);
  }

  /** All of them, the smallest bin first; none where all of the space is left. */
  List<Architecture> children() {
    return bins.stream().flatMap(List::stream).map(Architecture::parse).toList();
  }

  /** As text that {@link #parse} reads back. */
  String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values is always JSON", e);
    }
  }

  static Survivors parse(String text) {
    try {
      Survivors stored = JSON.readValue(text, Survivors.class);
      if (stored == null) {
        throw new IllegalArgumentException("no state of shrinking: " + text);
      }
      return stored;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no state of shrinking: " + text, e);
    }
  }
}
