package magicbench.results.verdict;

import java.util.Set;

/** The tables and columns of a record of kind {@code interference-probe} that readers are shown. */
final class Probe {

  static final String PAIRS = "pairs";
  static final String INTERVENTIONS = "interventions";
  static final String CONTROLS = "controls";

  static final String BASE = "base";
  static final String LAYER = "layer";
  static final String OPERATOR = "operator";
  static final String SIDE = "side";
  static final String CONTROL = "control";
  static final String DIFFERENCES = "differences";
  static final String COSINE = "gradientCosine";
  static final String INPUT_SIMILARITY = "inputSimilarity";
  static final String OUTPUT_SIMILARITY = "outputSimilarity";

  static final String UNDEFINED_ROWS = "undefinedRows";

  private static final Set<String> COSINES = Set.of(COSINE, INPUT_SIMILARITY, OUTPUT_SIMILARITY);

  private Probe() {}

  /** How far from 0 a column's values can lie: a cosine's 1, else anything. */
  static double most(String column) {
    return COSINES.contains(column) ? 1 : Double.POSITIVE_INFINITY;
  }
}
