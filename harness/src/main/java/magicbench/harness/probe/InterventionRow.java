package magicbench.harness.probe;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One shared operator whose neighbour in the chain was exchanged, nothing else.
 *
 * @param base the base's number, from 0
 * @param side which neighbour was exchanged
 * @param layer the shared operator's layer, 1 to L-2
 * @param operator the shared operator's name
 * @param gradientCosine cosine of the two gradients of all of the operator's parameters
 * @param inputSimilarity mean over tokens of the cosine of the layer's inputs
 * @param outputSimilarity mean over tokens of the cosine of what the operator adds
 */
public record InterventionRow(
    int base,
    Side side,
    int layer,
    String operator,
    double gradientCosine,
    double inputSimilarity,
    double outputSimilarity) {

  /** Where the exchanged operator stands. */
  public enum Side {
    /** In the layer before: the shared operator's input changes. */
    @JsonProperty("before")
    BEFORE,
    /** In the layer after: the input stays, the gradient from above changes. */
    @JsonProperty("after")
    AFTER
  }
}
