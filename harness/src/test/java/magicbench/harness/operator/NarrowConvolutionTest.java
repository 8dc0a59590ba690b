package magicbench.harness.operator;

import magicbench.harness.space.OperatorSpec;

class NarrowConvolutionTest extends OperatorContract {

  @Override
  OperatorSpec spec() {
    return new OperatorSpec.SeparableConvolution(3, 0);
  }
}
