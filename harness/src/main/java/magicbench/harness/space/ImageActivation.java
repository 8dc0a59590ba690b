package magicbench.harness.space;

/** What stands behind a normalisation of an image network, where a convolution is active. */
public enum ImageActivation {
  /** The positive part, as NAS-Bench-Macro's networks have it. */
  RELU,

  /** The positive part, at most 6, as MobileNetV2 has it (Sandler et al. 2018, section 3.3). */
  RELU6;

  /**
   * The activation of a settings file.
   *
   * @param spelling {@code relu} or {@code relu6}; null for the latter
   * @return the activation
   * @throws IllegalArgumentException when there is none of that name
   */
  public static ImageActivation of(String spelling) {
    return spelling == null
        ? RELU6
        : Spellings.constant(ImageActivation.class, "activation", spelling);
  }
}
