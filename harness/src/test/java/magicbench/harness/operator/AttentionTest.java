package magicbench.harness.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Map;
import magicbench.harness.space.Form;
import magicbench.harness.space.OperatorSpec;
import org.junit.jupiter.api.Test;

class AttentionTest extends OperatorContract {

  @Override
  OperatorSpec spec() {
    return new OperatorSpec.Attention(2);
  }

  /** Queries are the input, keys are it too, so a head of one number looks by products of it. */
  @Test
  void tells_where_its_places_look_as_a_mean_over_the_heads() {
    float[] eye = {1, 0, 0, 1};
    try (NDManager scope = NDManager.newBaseManager(Device.cpu())) {
      NDArray turned = scope.create(eye, new Shape(2, 2));
      OperatorWeights weights =
          new OperatorWeights(
              Map.of(
                  "qkv.weight", turned.concat(turned).concat(turned),
                  "qkv.bias", scope.zeros(new Shape(6)),
                  "norm.gain", scope.ones(new Shape(2)),
                  "norm.shift", scope.zeros(new Shape(2))));
      NDArray input = scope.create(new float[] {1, 2, 3, 1}, new Shape(1, 2, 2));

      float[] shares =
          Operator.of(new OperatorSpec.Attention(2), 2, Form.BERT)
              .attention(input, weights, Padding.NONE)
              .orElseThrow()
              .toFloatArray();

      double second = (share(1 * 3 - 1 * 1) + share(2 * 1 - 2 * 2)) / 2;
      double fourth = (share(3 * 3 - 3 * 1) + share(1 * 1 - 1 * 2)) / 2;
      double[] byHand = {1 - second, second, 1 - fourth, fourth};
      for (int i = 0; i < byHand.length; i++) {
        assertThat((double) shares[i]).isCloseTo(byHand[i], within(1e-6));
      }
    }
  }

  /** A softmax of two. */
  private static double share(double advantage) {
    return 1 / (1 + Math.exp(-advantage));
  }
}
