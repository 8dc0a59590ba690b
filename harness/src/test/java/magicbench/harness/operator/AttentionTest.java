package magicbench.harness.operator;

import magicbench.harness.space.OperatorSpec;

class AttentionTest extends OperatorContract {

  @Override
  OperatorSpec spec() {
    return new OperatorSpec.Attention(2);
  }
}
