package magicbench.harness.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import magicbench.results.file.Json;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** A space whose operators are listed, not every kernel with every expansion. */
class ListedMobileSpaceTest extends SpaceContract {

  private static final List<MobileSettings.Stage> STAGES =
      List.of(new MobileSettings.Stage(2, 6, 2), new MobileSettings.Stage(2, 8, 2));
  private static final MobileSettings LISTED =
      settings(List.of(), List.of("skip", "project", "k3e2", "k5e3"));

  private static MobileSettings settings(List<Integer> kernels, List<String> operators) {
    return new MobileSettings(
        8, 1, 3, 4, 1, 0, STAGES, kernels, List.of(), null, 10, "batch", operators, null);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> said(
      List<Integer> kernels, String... operators) {
    return assertThatThrownBy(() -> settings(kernels, List.of(operators)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Override
  protected SearchSpace space() {
    return LISTED.space();
  }

  @Test
  void offers_a_projection_where_the_shape_changes_and_a_skip_where_it_stays() {
    assertThat(LISTED.space().candidates(0)).containsExactly("project", "k3e2", "k5e3");
    assertThat(LISTED.space().candidates(1)).containsExactly("skip", "k3e2", "k5e3");
  }

  @Test
  void counts_a_projection_s_parameters_as_by_hand() {
    // a kernel of 4·6, gain and shift of 6
    assertThat(LISTED.space().parameters(0, "project")).isEqualTo(24 + 12);
  }

  @Test
  void counts_a_projection_s_flops_as_by_hand() {
    // side 8 behind the stem, 4 behind the first layer, 2 behind the third
    long stem = 64 * 9 * 4;
    long head = 4 * 8 * 10 + 10 * 3;
    assertThat(LISTED.space().forwardFlops(Architecture.parse("project.skip.project.skip")))
        .isEqualTo(2 * (stem + 16 * 4 * 6 + 4 * 6 * 8 + head));
  }

  @Test
  void is_as_wide_as_its_widest_block() {
    assertThat(LISTED.widestExpansion()).isEqualTo(3);
  }

  @Test
  void reads_back_what_it_wrote() throws IOException {
    String json = Json.write(LISTED);

    assertThat(Json.json().readValue(json, MobileSettings.class)).isEqualTo(LISTED);
  }

  @Test
  void needs_no_word_on_kernels_expansions_and_skip() throws IOException {
    String yaml =
        """
        {side: 8, channels: 1, classes: 3, stemWidth: 4, stemStride: 1, firstWidth: 0,
         stages: [{layers: 2, width: 6, stride: 2}, {layers: 2, width: 8, stride: 2}],
         operators: [skip, project, k3e2, k5e3], headWidth: 10, normalisation: batch}
        """;
    assertThat(Json.yaml().readValue(yaml, MobileSettings.class)).isEqualTo(LISTED);
  }

  @Test
  void says_nothing_of_a_list_where_there_is_none() {
    MobileSettings product =
        new MobileSettings(8, 1, 3, 4, 1, 0, STAGES, List.of(3, 5), List.of(2), true, 10, "batch");

    assertThat(Json.write(product)).doesNotContain("operators");
  }

  @Test
  void refuses_a_list_beside_kernels() {
    said(List.of(3), "k3e2", "k5e3")
        .hasMessage(
            "kernels are [3] and expansions [] beside a list of operators; leave out kernels,"
                + " expansions and skip");
  }

  @Test
  void refuses_what_it_does_not_know() {
    said(List.of(), "k3e2", "mha")
        .hasMessage("operators name mha; give names such as k3e6, or skip or project");
  }

  @Test
  void refuses_a_block_of_an_even_kernel() {
    said(List.of(), "k3e2", "k4e2").hasMessage("kernel 4 is even; it must be odd");
  }

  @Test
  void refuses_an_operator_that_is_listed_twice() {
    said(List.of(), "k3e2", "k3e2").hasMessage("operators are [k3e2, k3e2]; list none twice");
  }

  @Test
  void refuses_a_layer_without_a_choice() {
    said(List.of(), "k3e2", "skip")
        .hasMessage(
            "operators are [k3e2, skip]; a layer needs at least 2 operators to choose from");
  }

  @Test
  void refuses_kernels_and_expansions_without_a_word_on_skip() {
    assertThatThrownBy(
            () ->
                new MobileSettings(
                    8,
                    1,
                    3,
                    4,
                    1,
                    0,
                    STAGES,
                    List.of(3, 5),
                    List.of(2),
                    null,
                    10,
                    "batch",
                    null,
                    null))
        .hasMessage("skip is missing; it must be true or false");
  }

  private static MobileSettings activating(String activation) {
    return new MobileSettings(
        8,
        1,
        3,
        4,
        1,
        0,
        STAGES,
        List.of(3, 5),
        List.of(2),
        true,
        10,
        "batch",
        List.of(),
        activation);
  }

  @Test
  void activates_by_relu6_unless_it_is_told_otherwise() {
    assertThat(activating(null).active()).isEqualTo(ImageActivation.RELU6);
    assertThat(activating("relu6").active()).isEqualTo(ImageActivation.RELU6);
    assertThat(activating("relu").active()).isEqualTo(ImageActivation.RELU);
  }

  @Test
  void refuses_an_activation_that_there_is_none_of() {
    assertThatThrownBy(() -> activating("swish"))
        .hasMessage("activation is swish, none of [relu, relu6]");
  }
}
