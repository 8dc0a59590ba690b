package magicbench.harness.operator;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import magicbench.harness.space.OperatorSpec;

/**
 * Depthwise convolution along the sequence with pointwise maps around it.
 *
 * <p>The depthwise part runs as a two-dimensional convolution with a 1×K kernel: the engine's
 * one-dimensional one took up to seven times as long.
 */
final class SeparableConvolutionBranch extends Branch {

  private static final Shape ONE = new Shape(1, 1);

  private final OperatorSpec.SeparableConvolution spec;
  private final Shape padding;
  private final int channels;

  SeparableConvolutionBranch(OperatorSpec.SeparableConvolution spec, int hidden) {
    super(hidden);
    this.spec = spec;
    this.padding = new Shape(0, spec.kernel() / 2);
    this.channels = spec.channels(hidden);
  }

  @Override
  List<WeightSpec> innerWeights() {
    WeightSpec kernel = WeightSpec.matrix("depthwise.weight", channels, 1, 1, spec.kernel());
    WeightSpec shift = WeightSpec.bias("depthwise.bias", channels);
    WeightSpec out = WeightSpec.matrix("out.weight", hidden(), channels);
    WeightSpec outBias = WeightSpec.bias("out.bias", hidden());
    if (spec.expansion() == 0) {
      return List.of(kernel, shift, out, outBias);
    }
    WeightSpec in = WeightSpec.matrix("in.weight", channels, hidden());
    return List.of(in, WeightSpec.bias("in.bias", channels), kernel, shift, out, outBias);
  }

  @Override
  NDArray inner(NDArray normal, OperatorWeights weights) {
    NDArray wide = spec.expansion() == 0 ? normal : linear(normal, weights, "in");
    return linear(depthwise(wide, weights).getNDArrayInternal().gelu(), weights, "out");
  }

  private NDArray depthwise(NDArray wide, OperatorWeights weights) {
    NDArray image = wide.expandDims(1).transpose(0, 3, 1, 2);
    NDArray kernel = weights.get("depthwise.weight");
    NDArray shift = weights.get("depthwise.bias");
    return image
        .getNDArrayInternal()
        .convolution(image, kernel, shift, ONE, padding, ONE, channels)
        .singletonOrThrow()
        .transpose(0, 2, 3, 1)
        .squeeze(1);
  }
}
