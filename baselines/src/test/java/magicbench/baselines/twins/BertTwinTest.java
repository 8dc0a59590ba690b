package magicbench.baselines.twins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.Form;
import magicbench.harness.space.Layout;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.twin.TwinMaker;
import magicbench.results.plan.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BertTwinTest {

  private static final TwinMaker.Text TEXT = new TwinMaker.Text(1024, 48);
  private static final SpaceSettings SPACE =
      new SpaceSettings(8, List.of("mha", "ffn", "sep3", "sep7"), 48, 4, 192, 0);

  /** The same, but layers may be left out. */
  private static final SpaceSettings SHORT =
      new SpaceSettings(8, List.of("mha", "ffn", "sep3", "sep7", "id"), 48, 4, 192, 0);

  private static Layout twinOf(String architecture) {
    return new BertTwin().like(new Layout(SPACE, architecture), TEXT);
  }

  private static NetworkSize size(Layout layout) {
    return layout.size(TEXT.vocabulary(), TEXT.sequence());
  }

  @Test
  void attention_and_position_wise_networks_take_turns() {
    assertThat(twinOf("mha.sep3.ffn.sep7.mha.ffn.sep3.mha").child().operators())
        .startsWith("mha", "ffn")
        .isEqualTo(List.of("mha", "ffn", "mha", "ffn", "mha", "ffn"));
  }

  @Test
  void a_network_of_berts_own_layout_is_its_own_twin() {
    Layout twin = twinOf("mha.ffn.mha.ffn.mha.ffn.mha.ffn");

    assertThat(twin.architecture()).isEqualTo("mha.ffn.mha.ffn.mha.ffn.mha.ffn");
    assertThat(twin.space().ffnInner()).isEqualTo(192);
  }

  @Test
  void the_embeddings_width_and_heads_stay() {
    SpaceSettings twin = twinOf("mha.sep3.ffn.sep7.mha.ffn.sep3.mha").space();

    assertThat(twin.hidden()).isEqualTo(48);
    assertThat(twin.heads()).isEqualTo(4);
  }

  @Test
  void a_twin_has_the_form_of_what_was_found() {
    SpaceSettings bert = new SpaceSettings(8, List.of("mha", "ffn"), 48, 4, 192, 0, "bert");
    Layout found = new Layout(bert, "mha.ffn.mha.mha.ffn.ffn.mha.ffn");

    Layout twin = new BertTwin().like(found, TEXT);

    assertThat(twin.space().space().form()).isEqualTo(Form.BERT);
    double apart =
        (double) size(twin).parameters(twin.child())
            / found.size(1024, 48).parameters(found.child());
    assertThat(apart).isCloseTo(1, within(0.02));
  }

  @Property(tries = 300)
  void parameters_are_equal_but_for_a_fiftieth(@ForAll long seed) {
    Architecture found = SPACE.space().draw(new Seeds(seed).random("found"));
    Layout twin = twinOf(found.toString());

    double parameters = new NetworkSize(SPACE.space(), 1024, 48).parameters(found);
    assertThat(size(twin).parameters(twin.child()) / parameters).isCloseTo(1, within(0.02));
  }

  @ParameterizedTest
  @CsvSource({"mha.ffn.mha.ffn.mha.ffn.mha.ffn, 250", "mha.ffn.id.id.id.id.id.id, 30"})
  void every_network_no_larger_than_berts_layout_that_keeps_attention_has_a_twin_as_large(
      String limit, int fewest) {
    NetworkSize size = new NetworkSize(SHORT.space(), 1024, 48);
    Architecture largest = Architecture.parse(limit);
    List<Architecture> allowed =
        counted().stream()
            .filter(child -> child.operators().contains("mha"))
            .filter(child -> size.parameters(child) <= size.parameters(largest))
            .filter(child -> size.forwardFlops(child) <= size.forwardFlops(largest))
            .toList();

    assertThat(allowed).hasSizeGreaterThan(fewest);
    for (Architecture child : allowed) {
      Layout twin = new BertTwin().like(new Layout(SHORT, child.toString()), TEXT);
      double parameters = size(twin).parameters(twin.child()) / (double) size.parameters(child);
      double flops = size(twin).forwardFlops(twin.child()) / (double) size.forwardFlops(child);
      assertThat(parameters).as(child.toString()).isCloseTo(1, within(0.02));
      assertThat(flops).as(child.toString()).isCloseTo(1, within(0.05));
    }
  }

  /**
   * One network of every number of each operator, layers that are left out among them: sizes depend
   * on these numbers only.
   */
  private static List<Architecture> counted() {
    List<Architecture> all = new ArrayList<>();
    for (int mha = 0; mha <= 8; mha++) {
      for (int ffn = 0; mha + ffn <= 8; ffn++) {
        for (int sep3 = 0; mha + ffn + sep3 <= 8; sep3++) {
          for (int sep7 = 0; mha + ffn + sep3 + sep7 <= 8; sep7++) {
            all.add(network(mha, ffn, sep3, sep7));
          }
        }
      }
    }
    return all;
  }

  private static Architecture network(int mha, int ffn, int sep3, int sep7) {
    List<String> operators = new ArrayList<>(Collections.nCopies(mha, "mha"));
    operators.addAll(Collections.nCopies(ffn, "ffn"));
    operators.addAll(Collections.nCopies(sep3, "sep3"));
    operators.addAll(Collections.nCopies(sep7, "sep7"));
    operators.addAll(Collections.nCopies(8 - operators.size(), "id"));
    return new Architecture(operators);
  }

  @Property(tries = 300)
  void flops_are_equal_but_for_a_twentieth_where_the_found_one_has_attention(@ForAll long seed) {
    Architecture drawn = SPACE.space().draw(new Seeds(seed).random("found"));
    Architecture found = drawn.with(0, "mha").with(1, "ffn");
    Layout twin = twinOf(found.toString());

    double flops = new NetworkSize(SPACE.space(), 1024, 48).forwardFlops(found);
    assertThat(size(twin).forwardFlops(twin.child()) / flops).isCloseTo(1, within(0.05));
  }
}
