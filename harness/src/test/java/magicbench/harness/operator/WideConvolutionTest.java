package magicbench.harness.operator;

import magicbench.harness.space.OperatorSpec;

class WideConvolutionTest extends OperatorContract {

  @Override
  OperatorSpec spec() {
    return new OperatorSpec.SeparableConvolution(7, 2);
  }
}
