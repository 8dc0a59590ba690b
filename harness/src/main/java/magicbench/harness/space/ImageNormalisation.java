package magicbench.harness.space;

/** What stands behind each convolution of an image network. */
public enum ImageNormalisation {
  /** Batch normalisation (Ioffe and Szegedy 2015); where its statistics come from is told apart. */
  BATCH,

  /** Group normalisation (Wu and He 2018): an image's own statistics, so nothing to recalibrate. */
  GROUP;

  /** The most groups that channels are put into. */
  public static final int MOST_GROUPS = 8;

  /**
   * The normalisation of a settings file.
   *
   * @param spelling {@code batch} or {@code group}
   * @return the normalisation
   * @throws IllegalArgumentException when there is none of that name
   */
  public static ImageNormalisation of(String spelling) {
    return Spellings.constant(ImageNormalisation.class, "normalisation", spelling);
  }
}
