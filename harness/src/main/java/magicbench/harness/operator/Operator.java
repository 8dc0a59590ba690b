package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import magicbench.harness.space.Form;
import magicbench.harness.space.OperatorSpec;

/**
 * The computation of one operator, without state: weights are handed in.
 *
 * <p>Every array that an operator makes belongs to the manager of its input, because the input is
 * the first operand of every call. So a step's arrays die with the step's manager.
 */
public sealed interface Operator permits Branch, Skip {

  /**
   * The operator of a description.
   *
   * @param spec what to compute
   * @param hidden the hidden size H
   * @param form where its LayerNorm stands
   * @return the operator
   */
  static Operator of(OperatorSpec spec, int hidden, Form form) {
    if (spec instanceof OperatorSpec.Attention attention) {
      return new AttentionBranch(attention, hidden, form);
    } else if (spec instanceof OperatorSpec.FeedForward feedForward) {
      return new FeedForwardBranch(feedForward, hidden, form);
    } else if (spec instanceof OperatorSpec.SeparableConvolution convolution) {
      return new SeparableConvolutionBranch(convolution, hidden, form);
    }
    return new Skip();
  }

  /**
   * The weights that the operator needs.
   *
   * @return descriptions in no particular order; empty for the identity
   */
  List<WeightSpec> weights();

  /**
   * What the layer adds to its input.
   *
   * @param input (batch, sequence, H)
   * @param weights the operator's weights
   * @param padding which places are behind a sequence's end
   * @return (batch, sequence, H), of no meaning behind a sequence's end; or empty where the layer
   *     passes its input on
   */
  Optional<NDArray> branch(NDArray input, OperatorWeights weights, Padding padding);

  /**
   * What leaves the layer.
   *
   * @param input what entered it, (batch, sequence, H)
   * @param branch what {@link #branch} made of it
   * @param weights the operator's weights
   * @return (batch, sequence, H): their sum, which BERT's form normalises; the input itself where
   *     there is no branch
   */
  NDArray output(NDArray input, Optional<NDArray> branch, OperatorWeights weights);

  /**
   * Where the layer's places look, which {@link #branch} doesn't keep.
   *
   * @param input (batch, sequence, H)
   * @param weights the operator's weights
   * @param padding which places are behind a sequence's end
   * @return for each place the shares that it gives to all places, as a mean over the heads:
   *     (batch, sequence, sequence), each row adding up to 1, those behind a sequence's end of no
   *     meaning; empty for what isn't attention
   */
  default Optional<NDArray> attention(NDArray input, OperatorWeights weights, Padding padding) {
    return Optional.empty();
  }
}
