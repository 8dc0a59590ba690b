package magicbench.harness.probe;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One operator of one child model, measured twice.
 *
 * @param base the base's number, from 0
 * @param control what was the same and what was not
 * @param layer the operator's layer, from 0
 * @param operator the operator's name
 * @param gradientCosine cosine of the two gradients of all of the operator's parameters
 */
public record ControlRow(
    int base, Control control, int layer, String operator, double gradientCosine) {

  /** What is measured twice. */
  public enum Control {
    /** The same child model on the same batch: the cosine must be 1. */
    @JsonProperty("sameChild")
    SAME_CHILD,
    /** The same child model on two batches: the noise floor of the cosine. */
    @JsonProperty("independentBatches")
    INDEPENDENT_BATCHES
  }
}
