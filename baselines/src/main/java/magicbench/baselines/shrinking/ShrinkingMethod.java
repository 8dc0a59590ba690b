package magicbench.baselines.shrinking;

import com.fasterxml.jackson.databind.JsonNode;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.sampling.Settings;
import magicbench.harness.space.SearchSpace;

/**
 * Progressive shrinking as in NAS-BERT (Xu et al. 2021, arXiv 2105.14444): one uniformly drawn path
 * a step; between epochs the worse half of each size bin's child models is given up.
 *
 * <p>Settings, with NAS-BERT's values where they aren't given: {@code bins} (10), {@code
 * pathsPerBin} (2,000), {@code survivorsPerBin} (10), {@code warmEpochs} (3).
 */
public final class ShrinkingMethod implements SamplingMethod {

  private static final String BINS = "bins";
  private static final String PATHS = "pathsPerBin";
  private static final String SURVIVORS = "survivorsPerBin";
  private static final String WARM_EPOCHS = "warmEpochs";

  private static final int MOST_BINS = 1_000;
  private static final int MOST_PATHS = 10_000;
  private static final int MOST_EPOCHS = 1_000;

  /** A method. */
  public ShrinkingMethod() {}

  @Override
  public String name() {
    return "shrinking";
  }

  /**
   * A sampler for one trial, which has to be told of the run before its first step.
   *
   * @throws IllegalArgumentException when a setting is unknown or out of range, or no child model
   *     of a bin is to survive another
   */
  @Override
  public PathSampler create(SearchSpace space, JsonNode settings) {
    Settings given = new Settings(name(), settings, BINS, PATHS, SURVIVORS, WARM_EPOCHS);
    int paths = (int) given.wholeNumber(PATHS, 2_000, 2, MOST_PATHS);
    return new ShrinkingSampler(
        space,
        new Shrinkage(
            (int) given.wholeNumber(BINS, 10, 1, MOST_BINS),
            paths,
            (int) given.wholeNumber(SURVIVORS, Math.min(10, paths - 1L), 1, paths - 1L),
            (int) given.wholeNumber(WARM_EPOCHS, 3, 0, MOST_EPOCHS)));
  }
}
