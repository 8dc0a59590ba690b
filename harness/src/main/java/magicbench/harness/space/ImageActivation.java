package magicbench.harness.space;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

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
    if (spelling == null) {
      return RELU6;
    }
    return Arrays.stream(values())
        .filter(one -> one.spelling().equals(spelling))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "activation is " + spelling + ", none of " + spellings()));
  }

  private static List<String> spellings() {
    return Arrays.stream(values()).map(ImageActivation::spelling).toList();
  }

  private String spelling() {
    return name().toLowerCase(Locale.ROOT);
  }
}
