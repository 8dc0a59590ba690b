package magicbench.harness.training;

/**
 * What some passes of replaced-token detection came to.
 *
 * @param generatorSum the generator's losses, summed over the masked places, in nats
 * @param detectionSum the discriminator's losses, summed over all places, in nats
 * @param masked masked places
 * @param places all places
 * @param replaced places whose token isn't the original one, all of them masked
 * @param right places that the discriminator told right
 */
public record DetectionTally(
    double generatorSum, double detectionSum, long masked, long places, long replaced, long right) {

  /** No pass yet. */
  static final DetectionTally NONE = new DetectionTally(0, 0, 0, 0, 0, 0);

  DetectionTally plus(DetectionPass pass) {
    boolean[] wanted = pass.text().replaced();
    float[] outputs = pass.outputs().toFloatArray();
    long othersReplaced = 0;
    long othersRight = 0;
    for (int place = 0; place < wanted.length; place++) {
      othersReplaced += wanted[place] ? 1 : 0;
      othersRight += wanted[place] == outputs[place] > 0 ? 1 : 0;
    }
    int othersMasked = pass.batch().targets().length;
    return new DetectionTally(
        generatorSum + othersMasked * (double) pass.generatorLoss().getFloat(),
        detectionSum + wanted.length * (double) pass.detectionLoss().getFloat(),
        masked + othersMasked,
        places + wanted.length,
        replaced + othersReplaced,
        right + othersRight);
  }

  /**
   * The generator's loss.
   *
   * @return nats for one masked token
   */
  public double generatorLoss() {
    return generatorSum / masked;
  }

  /**
   * The discriminator's loss.
   *
   * @return nats for one place
   */
  public double detectionLoss() {
    return detectionSum / places;
  }

  /**
   * How often the generator's sample wasn't the original token.
   *
   * @return the share of the masked places, 0 to 1
   */
  public double replacedShare() {
    return (double) replaced / masked;
  }

  /**
   * How often the discriminator was right.
   *
   * @return the share of all places, 0 to 1
   */
  public double accuracy() {
    return (double) right / places;
  }

  /**
   * How often one is right who says of every token that it is the original one.
   *
   * @return the share of all places, 0 to 1
   */
  public double majorityAccuracy() {
    return 1 - (double) replaced / places;
  }

  /**
   * Whether both losses are numbers.
   *
   * @return false where one is infinite or not a number
   */
  public boolean isFinite() {
    return Double.isFinite(generatorSum) && Double.isFinite(detectionSum);
  }
}
