package magicbench.results.verdict;

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

  private Probe() {}
}
