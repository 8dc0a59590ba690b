package magicbench.results.claim;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/** The formulas that a tolerance may be derived by. */
public enum ToleranceFormula {
  /**
   * The size that a rank correlation exceeds by chance alone, in either direction, with probability
   * {@code level} when {@code observations} independent pairs hold no correlation: z(1 - level/2) /
   * sqrt(observations - 1).
   *
   * <p>Source: under independence Spearman's rho has mean 0 and variance 1/(n - 1) and is
   * asymptotically normal (Hotelling and Pabst 1936; Kendall, Rank Correlation Methods, ch. 5).
   */
  NULL_RANK_CORRELATION("null-rank-correlation") {
    @Override
    Set<String> inputNames() {
      return Set.of("level", "observations");
    }

    @Override
    double value(SortedMap<String, Double> inputs) {
      double level = inputs.get("level");
      double observations = inputs.get("observations");
      requireLevel(level);
      requireWhole("observations", observations, 2);
      double z = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - level / 2);
      return z / Math.sqrt(observations - 1);
    }
  },
  /** Half of a {@code gain} that somebody reports: less than that isn't the same finding. */
  HALF_OF_A_REPORTED_GAIN("half-of-a-reported-gain") {
    @Override
    Set<String> inputNames() {
      return Set.of("gain");
    }

    @Override
    double value(SortedMap<String, Double> inputs) {
      require(inputs.get("gain") > 0, "gain " + inputs.get("gain") + " is not above 0");
      return inputs.get("gain") / 2;
    }
  },
  /** An {@code effect} below which nobody would care, stated before any run, with its reason. */
  SMALLEST_EFFECT_OF_INTEREST("smallest-effect-of-interest") {
    @Override
    Set<String> inputNames() {
      return Set.of("effect");
    }

    @Override
    double value(SortedMap<String, Double> inputs) {
      require(inputs.get("effect") > 0, "effect " + inputs.get("effect") + " is not above 0");
      return inputs.get("effect");
    }
  },
  /**
   * What two means of {@code seeds} runs each, one ours and one the paper's, may differ by through
   * chance alone: the half width of the two-sided interval of their difference, t(1 - level/2) x
   * deviation x sqrt(2 / seeds), t with 2 (seeds - 1) degrees of freedom. {@code deviation} is the
   * standard deviation of a run's number between seeds, taken for the same on both sides.
   *
   * <p>Source: Student's two-sample t with equal sizes; as the least difference that shows it is
   * Fisher's least significant difference (The Design of Experiments, 1935).
   */
  SEED_SPREAD("seed-spread") {
    @Override
    Set<String> inputNames() {
      return Set.of("deviation", "level", "seeds");
    }

    @Override
    double value(SortedMap<String, Double> inputs) {
      double deviation = inputs.get("deviation");
      double level = inputs.get("level");
      double seeds = inputs.get("seeds");
      require(
          deviation > 0 && Double.isFinite(deviation),
          "deviation " + deviation + " is not above 0 and finite");
      requireLevel(level);
      requireWhole("seeds", seeds, 2);
      double t =
          new TDistribution(null, 2 * (seeds - 1)).inverseCumulativeProbability(1 - level / 2);
      return t * deviation * Math.sqrt(2 / seeds);
    }
  },
  /**
   * Nothing but the direction is asked: any effect as claimed counts, whatever its size. For claims
   * whose size nobody states at the scale that they are tested at.
   */
  DIRECTION_ONLY("direction-only") {
    @Override
    Set<String> inputNames() {
      return Set.of();
    }

    @Override
    double value(SortedMap<String, Double> inputs) {
      return 0;
    }
  };

  private final String formulaName;

  ToleranceFormula(String formulaName) {
    this.formulaName = formulaName;
  }

  abstract Set<String> inputNames();

  abstract double value(SortedMap<String, Double> inputs);

  /**
   * The name used in claim files.
   *
   * @return for instance {@code null-rank-correlation}
   */
  public String formulaName() {
    return formulaName;
  }

  /**
   * Finds a formula.
   *
   * @param name the name used in claim files
   * @return empty when there is none of that name
   */
  public static Optional<ToleranceFormula> named(String name) {
    return Arrays.stream(values()).filter(formula -> formula.formulaName.equals(name)).findFirst();
  }

  /**
   * Lists the formulas.
   *
   * @return their names, in alphabetical order
   */
  public static List<String> names() {
    return Arrays.stream(values())
        .map(ToleranceFormula::formulaName)
        .sorted()
        .collect(Collectors.toUnmodifiableList());
  }

  /**
   * Computes a tolerance.
   *
   * @param inputs the formula's inputs by name
   * @return the tolerance
   * @throws IllegalArgumentException when an input is missing, unknown or out of range
   */
  public double compute(SortedMap<String, Double> inputs) {
    require(
        inputs.keySet().equals(inputNames()),
        formulaName
            + " needs the inputs "
            + inputNames().stream().sorted().toList()
            + ", not "
            + inputs.keySet());
    return value(inputs);
  }

  private static void requireLevel(double level) {
    require(level > 0 && level < 1, "level " + level + " is not between 0 and 1");
  }

  private static void requireWhole(String name, double count, int fewest) {
    require(
        count >= fewest && count == Math.rint(count) && Double.isFinite(count),
        name + " " + count + " is not a whole number of at least " + fewest);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
