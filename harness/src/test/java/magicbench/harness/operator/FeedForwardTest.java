package magicbench.harness.operator;

import magicbench.harness.space.OperatorSpec;

class FeedForwardTest extends OperatorContract {

  @Override
  OperatorSpec spec() {
    return new OperatorSpec.FeedForward(12);
  }
}
