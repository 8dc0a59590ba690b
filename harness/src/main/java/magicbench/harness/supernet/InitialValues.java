package magicbench.harness.supernet;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import magicbench.harness.operator.WeightSpec;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * What a fresh super-net's weights are: normal noise for matrices, 1 for gains, 0 for biases.
 *
 * <p>Every weight draws from a stream of its own, named {@code init/} and the weight's name, so its
 * values depend on neither the order of creation nor the other weights.
 */
final class InitialValues {

  private static final double BERT_DEVIATION = 0.02;
  private static final double BERT_WIDTH = 768;

  private final Seeds seeds;
  private final ToDoubleFunction<WeightSpec> deviation;

  private InitialValues(Seeds seeds, ToDoubleFunction<WeightSpec> deviation) {
    this.seeds = seeds;
    this.deviation = deviation;
  }

  /**
   * Noise of the standard deviation 0.02·√(768/H): BERT's 0.02 at BERT's width, scaled so that
   * products over H inputs keep their variance at any width (0.069 at H 64).
   */
  static InitialValues byWidth(Seeds seeds, int hidden) {
    double same = BERT_DEVIATION * Math.sqrt(BERT_WIDTH / hidden);
    return new InitialValues(seeds, spec -> same);
  }

  /**
   * Noise of the standard deviation √(2/n) for n inputs of a kernel (He et al. 2015, equation 10).
   */
  static InitialValues byFanIn(Seeds seeds) {
    return new InitialValues(
        seeds, spec -> Math.sqrt(2.0 * spec.shape().get(0) / spec.shape().size()));
  }

  double[] of(String name, WeightSpec spec) {
    double[] values = new double[Math.toIntExact(spec.shape().size())];
    switch (spec.kind()) {
      case MATRIX -> fillWithNoise(values, name, deviation.applyAsDouble(spec));
      case GAIN -> Arrays.fill(values, 1);
      case BIAS -> Arrays.fill(values, 0);
    }
    return values;
  }

  private void fillWithNoise(double[] values, String name, double noise) {
    ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(seeds.random("init/" + name));
    for (int i = 0; i < values.length; i++) {
      values[i] = noise * normal.sample();
    }
  }
}
