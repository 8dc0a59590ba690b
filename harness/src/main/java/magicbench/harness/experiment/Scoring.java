package magicbench.harness.experiment;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * When and on how much held-out text child models are scored.
 *
 * @param trainedShares after which shares of the training steps, 0 to 1; ranks are averaged over
 *     several, because one checkpoint favours the child models that were trained last
 * @param batches how many held-out batches, at least 1
 */
record Scoring(List<Double> trainedShares, int batches) {

  Scoring {
    if (trainedShares == null || trainedShares.isEmpty()) {
      throw new IllegalArgumentException("trainedShares is empty");
    }
    trainedShares = List.copyOf(trainedShares);
    if (trainedShares.stream().anyMatch(share -> share < 0 || share > 1)) {
      throw new IllegalArgumentException(
          "trainedShares is " + trainedShares + "; each must be 0 to 1");
    }
    if (batches < 1) {
      throw new IllegalArgumentException("batches is " + batches + "; it must be at least 1");
    }
  }

  static long stepAt(double share, long steps) {
    return Math.round(share * steps);
  }

  SortedSet<Long> stops(long steps) {
    SortedSet<Long> stops = new TreeSet<>();
    trainedShares.forEach(share -> stops.add(stepAt(share, steps)));
    return stops;
  }
}
