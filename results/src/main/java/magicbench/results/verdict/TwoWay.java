package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import magicbench.results.plan.Seeds;
import magicbench.results.stats.Draw;
import magicbench.results.stats.Interval;
import magicbench.results.stats.TwoWayBootstrap;

/**
 * Figures in which chance lies twice: in the super-nets' seeds and in which child models were
 * drawn.
 *
 * @param seeds randomness of the judge's own
 * @param confidence of the intervals
 */
record TwoWay(Seeds seeds, double confidence) {

  private static final int RESAMPLES = 2000;

  static TwoWay of(Inquiry inquiry) {
    return new TwoWay(inquiry.seeds(), inquiry.confidence());
  }

  /** A figure of one seed and of some child models, each as often as named. */
  @FunctionalInterface
  interface Figure {

    /** The figure; NaN where it is undefined. */
    double of(int seed, Draw children);
  }

  /**
   * The mean over seeds, with the hull of the bootstrap over both and of Student's over seeds.
   *
   * @param name what it is
   * @param seedCount how many seeds
   * @param children how many child models
   * @param figure of each seed
   * @param most the interval is kept between -most and most
   * @return empty where the figure is undefined in a seed
   */
  Optional<Estimate> estimate(
      String name, int seedCount, int children, Figure figure, double most) {
    Draw every = Draw.everyOne(children);
    double[] perSeed =
        IntStream.range(0, seedCount).mapToDouble(seed -> figure.of(seed, every)).toArray();
    if (!Arrays.stream(perSeed).allMatch(Double::isFinite)) {
      return Optional.empty();
    }
    Interval bootstrap =
        new TwoWayBootstrap(seeds.stream("bootstrap/" + name), RESAMPLES, confidence)
            .interval(
                seedCount,
                children,
                (drawn, chosen) -> mean(figure, drawn, Draw.of(chosen, children)));
    return Optional.of(Gains.hull(name, perSeed, bootstrap, seedCount * children, most));
  }

  /**
   * Several figures over the same draws of seeds and child models.
   *
   * @param name what they are
   * @param seedCount how many seeds each has
   * @param children how many child models
   * @param figures of each seed
   * @return for each resample the mean over the drawn seeds of each figure, in their order; NaN
   *     where it is undefined
   */
  List<double[]> together(String name, int seedCount, int children, List<Figure> figures) {
    return new TwoWayBootstrap(seeds.stream("bootstrap/" + name), RESAMPLES, confidence)
        .each(
            seedCount,
            children,
            (drawn, chosen) -> {
              Draw draw = Draw.of(chosen, children);
              return figures.stream().mapToDouble(figure -> mean(figure, drawn, draw)).toArray();
            });
  }

  /** A seed that was drawn twice is computed once. */
  private static double mean(Figure figure, int[] drawn, Draw children) {
    double[] known = new double[1 + Arrays.stream(drawn).max().orElseThrow()];
    Arrays.fill(known, Double.NaN);
    double sum = 0;
    for (int seed : drawn) {
      if (Double.isNaN(known[seed])) {
        known[seed] = figure.of(seed, children);
      }
      sum += known[seed];
    }
    return sum / drawn.length;
  }
}
