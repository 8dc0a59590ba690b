package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class ChangePointTest {

  /** The Nile's yearly flow at Aswan, 1871 to 1970 (Cobb, Biometrika 65, 1978). */
  private static final double[] NILE = {
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180,
    799, 958, 1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833,
    701, 916, 692, 1020, 1050, 969, 831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845,
    864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897, 822, 1010, 771, 676, 649,
    846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975, 815,
    1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
  };

  @Test
  void the_niles_flow_changed_after_1898() {
    ChangePoint change = ChangePoint.find(NILE, 1, 999);

    assertThat(1871 + change.before() - 1).isEqualTo(1898);
    assertThat(change.pValue()).isEqualTo(1.0 / 1000);
  }

  @Test
  void a_step_is_found_by_hand_count() {
    // Every one of 3 x 2 pairs across the step rises.
    ChangePoint change = ChangePoint.find(new double[] {1, 1, 1, 2, 2}, 1, 99);

    assertThat(change.before()).isEqualTo(3);
    assertThat(change.statistic()).isEqualTo(6);
  }

  @Test
  void a_constant_series_does_not_change() {
    assertThat(ChangePoint.find(new double[] {1, 1, 1, 1}, 1, 99).pValue()).isEqualTo(1);
  }

  @Property(tries = 100)
  void turning_the_series_upside_down_changes_nothing(
      @ForAll @Size(min = 2, max = 12) double @DoubleRange(min = -9, max = 9) [] series) {
    double[] turned = java.util.Arrays.stream(series).map(value -> -value).toArray();

    assertThat(ChangePoint.find(turned, 1, 9)).isEqualTo(ChangePoint.find(series, 1, 9));
  }
}
