package magicbench.harness.supernet;

/** How the weights of one operator of one layer are named: so that they sort by layer. */
final class LayerNames {

  private static final int TWO_DIGITS = 10;

  private LayerNames() {}

  /** The owner's name, for instance {@code layer03/ffn}. */
  static String of(int layer, String operator) {
    return (layer < TWO_DIGITS ? "layer0" : "layer") + layer + "/" + operator;
  }
}
