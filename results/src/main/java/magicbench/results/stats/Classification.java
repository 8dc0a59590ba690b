package magicbench.results.stats;

import java.util.OptionalDouble;

/** How good predicted classes are. */
public final class Classification {

  private static final int POSITIVE = 1;

  private Classification() {}

  /**
   * The share of the predictions that are right.
   *
   * @param predicted a class for each example, at least one
   * @param actual the true class of each
   * @return 0 to 1
   * @throws IllegalArgumentException when the lengths differ or there is no example
   */
  public static double accuracy(int[] predicted, int[] actual) {
    Samples.requireSameLength("predicted and actual classes", predicted.length, actual.length);
    Samples.requireAtLeast(1, "predicted classes", predicted.length);
    int right = 0;
    for (int example = 0; example < actual.length; example++) {
      right += predicted[example] == actual[example] ? 1 : 0;
    }
    return right / (double) actual.length;
  }

  /**
   * The harmonic mean of precision and recall for class 1: 2 TP / (2 TP + FP + FN).
   *
   * @param predicted 0 or 1 for each example, at least one
   * @param actual the true class of each, 0 or 1
   * @return 0 to 1; empty when neither predicted nor actual ones hold class 1
   * @throws IllegalArgumentException when the lengths differ, there is no example, or a class is
   *     neither 0 nor 1
   */
  public static OptionalDouble f1(int[] predicted, int[] actual) {
    Tally tally = Tally.of(predicted, actual);
    double all = 2 * tally.truePositives + tally.falsePositives + tally.falseNegatives;
    return all == 0 ? OptionalDouble.empty() : OptionalDouble.of(2 * tally.truePositives / all);
  }

  /**
   * Matthews's correlation coefficient (Matthews, Biochimica et Biophysica Acta 405, 1975): (TP TN
   * - FP FN) / sqrt((TP + FP)(TP + FN)(TN + FP)(TN + FN)).
   *
   * @param predicted 0 or 1 for each example, at least one
   * @param actual the true class of each, 0 or 1
   * @return -1 to 1; empty when the predicted classes or the actual ones are all the same, where
   *     GLUE's own script counts 0
   * @throws IllegalArgumentException when the lengths differ, there is no example, or a class is
   *     neither 0 nor 1
   */
  public static OptionalDouble matthews(int[] predicted, int[] actual) {
    Tally tally = Tally.of(predicted, actual);
    double product = tally.truePositives * tally.trueNegatives;
    double crossed = tally.falsePositives * tally.falseNegatives;
    double spread =
        (tally.truePositives + tally.falsePositives)
            * (tally.truePositives + tally.falseNegatives)
            * (tally.trueNegatives + tally.falsePositives)
            * (tally.trueNegatives + tally.falseNegatives);
    return spread == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((product - crossed) / Math.sqrt(spread));
  }

  /** How often each pair of a predicted and an actual class occurs; doubles, for no overflow. */
  private static final class Tally {
    private double truePositives;
    private double trueNegatives;
    private double falsePositives;
    private double falseNegatives;

    static Tally of(int[] predicted, int[] actual) {
      Samples.requireSameLength("predicted and actual classes", predicted.length, actual.length);
      Samples.requireAtLeast(1, "predicted classes", predicted.length);
      Tally tally = new Tally();
      for (int example = 0; example < actual.length; example++) {
        tally.add(isPositive(predicted[example]), isPositive(actual[example]));
      }
      return tally;
    }

    private static boolean isPositive(int value) {
      if (value != 0 && value != POSITIVE) {
        throw new IllegalArgumentException("class " + value + " is neither 0 nor 1");
      }
      return value == POSITIVE;
    }

    private void add(boolean predicted, boolean actual) {
      if (predicted) {
        truePositives += actual ? 1 : 0;
        falsePositives += actual ? 0 : 1;
      } else {
        trueNegatives += actual ? 0 : 1;
        falseNegatives += actual ? 1 : 0;
      }
    }
  }
}
