package magicbench.harness.sampling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.results.plan.Seeds;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * What any sampler must keep, as functions: each returns the faults that it found, in words.
 *
 * <p>For a method's author: extend {@link SamplerContract}, or call these.
 *
 * @param method the method
 * @param settings its settings
 * @param space the space to draw from
 * @param steps how many steps an examination takes
 * @param fixed how many of a step's paths, its first, are no draws: whether the others are even and
 *     varied is judged without them
 */
public record SamplerConformance(
    SamplingMethod method, JsonNode settings, SearchSpace space, int steps, int fixed) {

  /** The level of the chi-square test, for each layer: how often it may reject a sound sampler. */
  private static final double FALSE_ALARM_RATE = 1e-4;

  /** The least share of the distinct paths that independent draws would show. */
  private static final double LEAST_SHARE_OF_DISTINCT_PATHS = 0.5;

  /**
   * An examination of a sampler whose paths are all draws.
   *
   * @param method the method
   * @param settings its settings
   * @param space the space to draw from
   * @param steps how many steps an examination takes
   */
  public SamplerConformance(
      SamplingMethod method, JsonNode settings, SearchSpace space, int steps) {
    this(method, settings, space, steps, 0);
  }

  /** The gradients of a make-believe training: their sizes at every step. */
  @FunctionalInterface
  public interface Training {

    /**
     * The sizes of one step's gradients.
     *
     * @param step the step's number, from 0
     * @return the size for every layer and operator
     */
    GradientNorms at(int step);
  }

  /**
   * The paths of a run in which all gradients are of one size.
   *
   * @param seed the trial's seed
   * @return one list a step
   */
  public List<List<Architecture>> run(long seed) {
    return run(seed, step -> (layer, operator) -> 1);
  }

  /**
   * The paths of a run.
   *
   * @param seed the trial's seed
   * @param training the sizes of the gradients that the sampler is shown
   * @return one list a step
   */
  public List<List<Architecture>> run(long seed, Training training) {
    PathSampler sampler = begun(seed);
    List<List<Architecture>> run = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      run.add(next(sampler, seed, step, training));
    }
    return run;
  }

  private List<List<Architecture>> draws(long seed) {
    return run(seed).stream().map(paths -> paths.subList(fixed, paths.size())).toList();
  }

  private PathSampler begun(long seed) {
    PathSampler sampler = method.create(space, settings);
    sampler.begin(new Seeds(seed), steps);
    return sampler;
  }

  private static List<Architecture> next(
      PathSampler sampler, long seed, int step, Training training) {
    List<Architecture> paths = sampler.next(new Seeds(seed).randomAt(PathSampler.STREAM, step));
    sampler.trained(paths, training.at(step));
    return paths;
  }

  /**
   * Paths that don't belong to the space, and steps that train nothing.
   *
   * @param seed the trial's seed
   * @return the faults
   */
  public List<String> strangers(long seed) {
    List<String> faults = new ArrayList<>();
    for (List<Architecture> paths : run(seed)) {
      if (paths.isEmpty()) {
        faults.add("a step trains no path");
      }
      for (Architecture path : paths) {
        try {
          space.check(path);
        } catch (IllegalArgumentException e) {
          faults.add(e.getMessage());
        }
      }
    }
    return faults;
  }

  /**
   * Operators that were never trained.
   *
   * @param seed the trial's seed
   * @return the faults
   */
  public List<String> uncovered(long seed) {
    List<String> faults = new ArrayList<>();
    for (int layer = 0; layer < space.layers(); layer++) {
      Map<String, Integer> counts = counts(seed, layer, 1);
      for (String operator : space.candidates(layer)) {
        if (counts.getOrDefault(operator, 0) == 0) {
          faults.add("layer " + layer + " never trains " + operator);
        }
      }
    }
    return faults;
  }

  /**
   * Layers whose operators are not trained equally often, by a chi-square test.
   *
   * @param seed the trial's seed
   * @param thinning every how many steps a draw counts as independent of the last
   * @return the faults
   */
  public List<String> unevenness(long seed, int thinning) {
    List<String> faults = new ArrayList<>();
    for (int layer = 0; layer < space.layers(); layer++) {
      Map<String, Integer> counts = counts(seed, layer, thinning);
      double p = uniformPValue(counts, space.candidates(layer));
      if (p < FALSE_ALARM_RATE) {
        faults.add("layer " + layer + " is trained unevenly: " + counts + ", p = " + p);
      }
    }
    return faults;
  }

  /**
   * Too few distinct paths: the fault of a public baseline whose list of permutations was never
   * cleared, so that the same paths were trained all epoch.
   *
   * @param seed the trial's seed
   * @return the faults
   */
  public List<String> repetition(long seed) {
    Set<Architecture> distinct = new HashSet<>();
    int drawn = 0;
    for (List<Architecture> paths : draws(seed)) {
      distinct.addAll(paths);
      drawn += paths.size();
    }
    double size = space.size().doubleValue();
    double expected = size * -Math.expm1(drawn * Math.log1p(-1 / size));
    return distinct.size() >= LEAST_SHARE_OF_DISTINCT_PATHS * expected
        ? List.of()
        : List.of(
            "only "
                + distinct.size()
                + " distinct paths in "
                + drawn
                + ", independent draws would show about "
                + Math.round(expected));
  }

  /**
   * A run that goes on from a saved state otherwise than an uninterrupted one; tried before the
   * first step, after it and half-way.
   *
   * @param seed the trial's seed
   * @return the faults
   */
  public List<String> forgetfulness(long seed) {
    List<List<Architecture>> whole = run(seed, SamplerConformance::shrinking);
    return Stream.of(0, 1, steps / 2)
        .flatMap(stop -> resumedOtherwise(seed, stop, whole).stream())
        .toList();
  }

  /** Gradients of different sizes, so that forgetting them shows. */
  private static GradientNorms shrinking(int step) {
    return (layer, operator) -> (1 + operator.charAt(0) % 5) / (10.0 + step);
  }

  private Optional<String> resumedOtherwise(long seed, int stop, List<List<Architecture>> whole) {
    PathSampler first = begun(seed);
    for (int step = 0; step < stop; step++) {
      next(first, seed, step, SamplerConformance::shrinking);
    }
    PathSampler second = begun(seed);
    second.restore(first.state());
    for (int step = stop; step < steps; step++) {
      List<Architecture> paths = next(second, seed, step, SamplerConformance::shrinking);
      if (!paths.equals(whole.get(step))) {
        return Optional.of("resumed at step " + stop + ", it draws other paths at step " + step);
      }
    }
    return Optional.empty();
  }

  private Map<String, Integer> counts(long seed, int layer, int thinning) {
    Map<String, Integer> counts = new TreeMap<>();
    List<List<Architecture>> run = draws(seed);
    for (int step = 0; step < run.size(); step += thinning) {
      run.get(step).forEach(path -> counts.merge(path.operators().get(layer), 1, Integer::sum));
    }
    return counts;
  }

  private static double uniformPValue(Map<String, Integer> counts, List<String> candidates) {
    double total = counts.values().stream().mapToInt(Integer::intValue).sum();
    double expected = total / candidates.size();
    double statistic =
        candidates.stream()
            .mapToDouble(operator -> counts.getOrDefault(operator, 0) - expected)
            .map(difference -> difference * difference / expected)
            .sum();
    return 1 - new ChiSquaredDistribution(candidates.size() - 1.0).cumulativeProbability(statistic);
  }
}
