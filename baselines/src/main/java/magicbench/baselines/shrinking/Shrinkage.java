package magicbench.baselines.shrinking;

/**
 * How a space shrinks, and when.
 *
 * <p>A run is cut into equal epochs: first those that only train, then one before every review, and
 * a last one that trains what is left. A review gives up half of each bin, so there are as many as
 * it takes to bring a bin down to its survivors.
 *
 * @param bins how many bins of size there are, at least 1
 * @param pathsPerBin how many child models a bin begins with
 * @param survivorsPerBin how many are left, at least 1 and fewer than that
 * @param warmEpochs how many epochs only train, at least 0
 */
record Shrinkage(int bins, int pathsPerBin, int survivorsPerBin, int warmEpochs) {

  /** So many child models are held in memory, and what is left of them in every checkpoint. */
  private static final int MOST_PATHS = 200_000;

  Shrinkage {
    if ((long) bins * pathsPerBin > MOST_PATHS) {
      throw new IllegalArgumentException(
          "shrinking has the settings bins = "
              + bins
              + " and pathsPerBin = "
              + pathsPerBin
              + "; their product must be at most "
              + MOST_PATHS);
    }
  }

  /** How many reviews there are. */
  int reviews() {
    int reviews = 0;
    for (int left = pathsPerBin; left > survivorsPerBin; left = kept(left)) {
      reviews++;
    }
    return reviews;
  }

  /** How many of a bin's child models a review leaves. */
  int kept(int before) {
    return Math.min(before, Math.max(survivorsPerBin, before / 2));
  }

  /**
   * How many reviews are due once a step is done.
   *
   * @param step the step's number, from 0
   * @param steps the number of steps of the run
   */
  int due(long step, long steps) {
    long epochs = warmEpochs + reviews() + 1L;
    long done = (step + 1) * epochs / steps;
    return (int) Math.max(0, Math.min(reviews(), done - warmEpochs));
  }
}
