package magicbench.harness.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds by how much none must score higher to be the answer (SQuAD 2.0, Rajpurkar et al. 2018): the
 * threshold with the highest mean score over questions whose answers are known.
 */
public final class NullThreshold {

  /** What sums of scores may be apart that are equal. */
  private static final double ROUNDING = 1e-9;

  private NullThreshold() {}

  /**
   * A question whose answer is known.
   *
   * @param noAnswer by how much none scores higher than the best answer
   * @param answered the score where the answer is given, 0 to 1
   * @param unanswered the score where none is given, 0 to 1
   */
  public record Known(double noAnswer, double answered, double unanswered) {}

  /**
   * The best threshold.
   *
   * @param known the questions, at least one
   * @return a threshold for {@link ReadingAnswer#given}: half-way between two questions, or
   *     infinity where no question should be left unanswered, or minus infinity where every one
   *     should; of equally good ones the highest
   */
  public static double best(List<Known> known) {
    List<Known> falling = new ArrayList<>(known);
    falling.sort(Comparator.comparingDouble(Known::noAnswer).reversed());
    double sum = falling.stream().mapToDouble(Known::answered).sum();
    double most = sum;
    double best = Double.POSITIVE_INFINITY;
    for (int place = 0; place < falling.size(); place++) {
      sum += falling.get(place).unanswered() - falling.get(place).answered();
      double below =
          place + 1 < falling.size() ? falling.get(place + 1).noAnswer() : Double.NEGATIVE_INFINITY;
      if (sum > most + ROUNDING && below < falling.get(place).noAnswer()) {
        most = sum;
        best = (falling.get(place).noAnswer() + below) / 2;
      }
    }
    return best;
  }
}
