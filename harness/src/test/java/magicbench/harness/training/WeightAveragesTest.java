package magicbench.harness.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.List;
import magicbench.harness.operator.WeightSpec.Kind;
import magicbench.harness.supernet.Weight;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeightAveragesTest {

  private final NDManager manager = NDManager.newBaseManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  private Weight weight(float... values) {
    NDArray array = manager.create(values).duplicate();
    array.setRequiresGradient(true);
    return new Weight("w", Kind.MATRIX, array);
  }

  private WeightAverages averages(double decay, Weight weight) {
    return new WeightAverages(decay, List.of(weight), manager);
  }

  private static void move(Weight weight, float by) {
    try (NDArray values = weight.array().stopGradient()) {
      values.addi(by);
    }
  }

  private static float[] during(WeightAverages averages, Weight weight) {
    return averages.during(() -> weight.array().toFloatArray());
  }

  @Test
  void are_the_weights_at_first() {
    Weight weight = weight(1, 2);
    assertThat(during(averages(0.5, weight), weight)).containsExactly(1, 2);
  }

  /** 1, then e = 2/11 with the weight at 2, then e = 3/12 with it at 3. */
  @Test
  void warm_up_as_was_computed_by_hand() {
    Weight weight = weight(1);
    WeightAverages averages = averages(0.9, weight);
    for (int update = 1; update <= 2; update++) {
      move(weight, 1);
      averages.add(update);
    }
    double first = 2.0 / 11 * 1 + 9.0 / 11 * 2;
    assertThat((double) during(averages, weight)[0])
        .isCloseTo(0.25 * first + 0.75 * 3, within(1e-6));
  }

  @Test
  void keep_the_settings_share_after_the_warm_up() {
    Weight weight = weight(1);
    WeightAverages averages = averages(0.75, weight);
    move(weight, 1);
    averages.add(1000);
    assertThat((double) during(averages, weight)[0]).isCloseTo(0.75 * 1 + 0.25 * 2, within(1e-6));
  }

  @Test
  void give_way_to_the_same_bits_again() {
    float[] values = {1.1f, -0.0f, 0, Float.MIN_VALUE, -3e38f, Float.POSITIVE_INFINITY};
    Weight weight = weight(values);
    WeightAverages averages = averages(0.9, weight);
    averages.add(1);

    during(averages, weight);

    assertThat(bits(weight.array().toFloatArray())).isEqualTo(bits(values));
  }

  @Test
  void come_back_with_the_same_bits() {
    Weight weight = weight(-0.0f, 0, 1.1f);
    WeightAverages averages = averages(0.9, weight);
    move(weight, 1);

    int[] first = bits(during(averages, weight));

    assertThat(first).isEqualTo(bits(new float[] {-0.0f, 0, 1.1f}));
    assertThat(bits(during(averages, weight))).isEqualTo(first);
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int index = 0; index < bits.length; index++) {
      bits[index] = Float.floatToRawIntBits(values[index]);
    }
    return bits;
  }

  @Test
  void give_way_when_the_action_fails() {
    Weight weight = weight(1);
    WeightAverages averages = averages(0.9, weight);
    move(weight, 1);
    assertThatThrownBy(
            () ->
                averages.during(
                    () -> {
                      throw new IllegalArgumentException("a test that fails");
                    }))
        .hasMessage("a test that fails");
    assertThat(weight.array().getFloat()).isEqualTo(2);
  }

  @Test
  void are_not_put_in_their_own_place() {
    Weight weight = weight(1);
    WeightAverages averages = averages(0.9, weight);
    move(weight, 1);
    assertThatThrownBy(() -> averages.during(() -> during(averages, weight)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the averages are in the weights' place");
    assertThat(weight.array().getFloat()).isEqualTo(2);
  }

  @Test
  void leave_no_array_behind() {
    Weight weight = weight(1);
    WeightAverages averages = averages(0.9, weight);
    int before = manager.getManagedArrays().size();
    averages.add(1);
    during(averages, weight);
    assertThat(manager.getManagedArrays()).hasSize(before);
  }
}
