package magicbench.harness.probe;

/** Adds up, layer by layer, the cosines of the tokens of two child models, part by part. */
final class TokenCosines {

  private final double[] inputs;
  private final double[] branches;
  private final long[] tokens;

  TokenCosines(int layers) {
    this.inputs = new double[layers];
    this.branches = new double[layers];
    this.tokens = new long[layers];
  }

  void add(int layer, Directions.Tokens own, Directions.Tokens other) {
    inputs[layer] += Cosine.sum(other.input(), own.input());
    branches[layer] += Cosine.sum(other.branch(), own.branch());
    tokens[layer] += Cosine.tokens(own.input());
  }

  /** The mean over tokens; not-a-number where none was added. */
  double input(int layer) {
    return inputs[layer] / tokens[layer];
  }

  /** The mean over tokens; not-a-number where none was added. */
  double branch(int layer) {
    return branches[layer] / tokens[layer];
  }
}
