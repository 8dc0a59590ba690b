package magicbench.harness.operator;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import magicbench.harness.space.Form;
import magicbench.harness.space.OperatorSpec;
import org.junit.jupiter.api.Test;

class SkipTest {

  @Test
  void adds_nothing_and_has_nothing_to_train() {
    Operator skip = Operator.of(new OperatorSpec.Identity(), 8, Form.PRE_NORM);
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      NDArray input = manager.ones(new Shape(1, 2, 8));
      assertThat(skip.branch(input, new OperatorWeights(Map.of()), Padding.NONE)).isEmpty();
      assertThat(skip.weights()).isEmpty();
    }
  }
}
