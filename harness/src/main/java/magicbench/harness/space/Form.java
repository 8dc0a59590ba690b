package magicbench.harness.space;

import java.util.Arrays;
import java.util.List;

/**
 * Where a network's LayerNorms stand, and what is in front of its masked-LM output.
 *
 * <p>Nobody has told which form the paper's networks have (its sources name no place of a
 * LayerNorm), so it is a recorded choice.
 */
public enum Form {
  /**
   * A layer's output is {@code x + branch(LayerNorm(x))}; a LayerNorm stands before the output. It
   * trains without much care, hence the default.
   */
  PRE_NORM("pre-norm"),

  /**
   * BERT's: the embedding's sum is normalised, a layer's output is {@code LayerNorm(x +
   * branch(x))}, and a linear map, a GELU and a LayerNorm stand before the output (Devlin et al.
   * 2019, their published code).
   */
  BERT("bert");

  private final String spelling;

  Form(String spelling) {
    this.spelling = spelling;
  }

  /**
   * The form of a settings file.
   *
   * @param spelling {@code pre-norm} or {@code bert}
   * @return the form
   * @throws IllegalArgumentException when there is no such form
   */
  public static Form of(String spelling) {
    return Arrays.stream(values())
        .filter(form -> form.spelling.equals(spelling))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("form is " + spelling + ", none of " + spellings()));
  }

  private static List<String> spellings() {
    return Arrays.stream(values()).map(Form::spelling).toList();
  }

  /**
   * How a settings file spells it.
   *
   * @return a lower-case word
   */
  public String spelling() {
    return spelling;
  }

  /**
   * Whether an operator's LayerNorm stands in front of it.
   *
   * @return false where it stands behind the layer's sum
   */
  public boolean normalisesInput() {
    return this == PRE_NORM;
  }

  /**
   * Whether the embedding's sum is normalised.
   *
   * @return whether there is a LayerNorm for it
   */
  public boolean normalisesEmbedding() {
    return this == BERT;
  }

  /**
   * Whether a linear map and a GELU stand before the masked-LM output's LayerNorm.
   *
   * @return whether there is such a map
   */
  public boolean transformsHead() {
    return this == BERT;
  }

  /**
   * What a LayerNorm adds to the variance.
   *
   * @return 1e-5; 1e-12 in BERT's code
   */
  public float epsilon() {
    return this == BERT ? 1e-12f : 1e-5f;
  }

  /**
   * The parameters that it adds to those that all forms have.
   *
   * @param hidden the hidden size H
   * @return 0 or more: a LayerNorm has 2H, a linear map H² + H
   */
  long sharedParameters(long hidden) {
    return (normalisesEmbedding() ? 2 * hidden : 0)
        + (transformsHead() ? hidden * hidden + hidden : 0);
  }

  /**
   * The FLOPs that it adds at each masked place.
   *
   * @param hidden the hidden size H
   * @return 0, or those of a linear map
   */
  long flopsAMask(long hidden) {
    return transformsHead() ? 2 * hidden * hidden : 0;
  }
}
