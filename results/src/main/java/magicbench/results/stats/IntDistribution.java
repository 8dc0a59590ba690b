package magicbench.results.stats;

import java.util.Arrays;

/** The probabilities of a whole-numbered variable on a run of values. */
final class IntDistribution {

  static final IntDistribution ZERO = new IntDistribution(0, new double[] {1});

  private final int lowest;
  private final double[] probabilities;

  private IntDistribution(int lowest, double[] probabilities) {
    this.lowest = lowest;
    this.probabilities = probabilities;
  }

  /**
   * The law of the sum of position (from 1) times weight when all orders of the weights are alike.
   *
   * <p>Orders are counted by the set of weights already placed, which is 2^n sets instead of n!
   * orders.
   *
   * @param weights at most 20 weights, none negative
   */
  static IntDistribution ofWeightedPermutations(int[] weights) {
    int highest = weights.length * Arrays.stream(weights).sum();
    double[][] bySet = new double[1 << weights.length][highest + 1];
    bySet[0][0] = 1;
    for (int set = 1; set < bySet.length; set++) {
      int position = Integer.bitCount(set);
      for (int i = 0; i < weights.length; i++) {
        if ((set >>> i & 1) == 1) {
          addShifted(bySet[set], bySet[set ^ (1 << i)], position * weights[i], 1.0 / position);
        }
      }
    }
    return trimmed(bySet[bySet.length - 1]);
  }

  private static void addShifted(double[] to, double[] from, int shift, double factor) {
    for (int i = shift; i < to.length; i++) {
      to[i] += factor * from[i - shift];
    }
  }

  private static IntDistribution trimmed(double[] probabilities) {
    int from = 0;
    while (probabilities[from] == 0) {
      from++;
    }
    int to = probabilities.length;
    while (probabilities[to - 1] == 0) {
      to--;
    }
    return new IntDistribution(from, Arrays.copyOfRange(probabilities, from, to));
  }

  /** The law of the sum of two independent variables. */
  IntDistribution plus(IntDistribution other) {
    double[] sums = new double[probabilities.length + other.probabilities.length - 1];
    for (int i = 0; i < probabilities.length; i++) {
      for (int j = 0; j < other.probabilities.length; j++) {
        sums[i + j] += probabilities[i] * other.probabilities[j];
      }
    }
    return new IntDistribution(lowest + other.lowest, sums);
  }

  /** The probability of a value or a greater one. */
  double upperTail(int value) {
    double tail = 0;
    for (int i = probabilities.length - 1; i >= Math.max(0, value - lowest); i--) {
      tail += probabilities[i];
    }
    return Math.min(1, tail);
  }
}
