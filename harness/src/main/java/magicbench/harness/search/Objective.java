package magicbench.harness.search;

import java.util.List;
import magicbench.harness.space.Architecture;

/** What a search makes small: a super-net's validation loss, or minus a table's accuracy. */
@FunctionalInterface
public interface Objective {

  /**
   * Scores child models; several at once, so that those that begin alike can share that beginning.
   *
   * @param children child models, each once, at least one
   * @return a finite score for each, in their order; low is good
   */
  double[] scores(List<Architecture> children);
}
