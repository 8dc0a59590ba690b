package magicbench.baselines.pada;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.sampling.GradientNorms;
import magicbench.harness.space.Architecture;

/**
 * The gradient norms that a run has seen, operator by operator, all layers together.
 *
 * @param step the number of steps seen
 * @param tallies what was seen of each operator
 */
record Norms(long step, SortedMap<String, Tally> tallies) {

  static final Norms NONE = new Norms(0, new TreeMap<>());

  private static final ObjectMapper JSON = new ObjectMapper();

  Norms {
    if (step < 0 || tallies == null) {
      throw new IllegalArgumentException("step is " + step + ", tallies are " + tallies);
    }
    tallies = Collections.unmodifiableSortedMap(new TreeMap<>(tallies));
  }

  /**
   * What was seen of one operator.
   *
   * @param sum the sum of its norms
   * @param count how many there were
   */
  record Tally(double sum, long count) {

    Tally plus(double norm) {
      return new Tally(sum + norm, count + 1);
    }
  }

  /**
   * The mean norm of one operator.
   *
   * @param operator its name
   * @return 0 where nothing was seen of it
   */
  double mean(String operator) {
    Tally tally = tallies.get(operator);
    return tally == null ? 0 : tally.sum() / tally.count();
  }

  /** One step more. What is no finite number isn't counted: that run is about to break off. */
  Norms after(List<Architecture> paths, GradientNorms gradients) {
    SortedMap<String, Tally> seen = new TreeMap<>(tallies);
    for (Architecture path : paths) {
      for (int layer = 0; layer < path.operators().size(); layer++) {
        String operator = path.operators().get(layer);
        double norm = gradients.of(layer, operator);
        if (Double.isFinite(norm)) {
          seen.put(operator, seen.getOrDefault(operator, new Tally(0, 0)).plus(norm));
        }
      }
    }
    return new Norms(step + 1, seen);
  }

  /** As text that {@link #parse} reads back bit for bit. */
  String text() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record of plain values is always JSON", e);
    }
  }

  static Norms parse(String text) {
    try {
      return JSON.readValue(text, Norms.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no state of pada-path: " + text, e);
    }
  }
}
