package magicbench.baselines.pada;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import magicbench.harness.sampling.GradientNorms;
import magicbench.harness.sampling.SamplerConformance;
import magicbench.harness.sampling.SamplerContract;
import magicbench.harness.space.Architecture;
import org.junit.jupiter.api.Test;

/** What path importance sampling promises beyond {@link SamplerContract}. Runs have 2,000 steps. */
abstract class PadaPathContract extends SamplerContract {

  private static final long SEED = 3;

  /** One operator's gradients are 5 times as large as each of the 3 others', hence 5/8 of all. */
  static final double SHARE = 5.0 / 8;

  @Test
  void the_first_steps_are_uniform() {
    double share = share("a", run(step -> largest("a")).subList(0, 200));
    assertThat(share).isBetween(0.25 - 0.05, 0.25 + 0.07); // 5 % of the share creep in
  }

  @Test
  void the_last_steps_draw_an_operator_by_its_share_of_the_gradients() {
    double share = share("a", run(step -> largest("a")).subList(1_900, 2_000));
    assertThat(share).isBetween(SHARE - 0.1, SHARE + 0.1); // 600 draws: deviation 0.02
  }

  /** All of a run is mixed: on average half the share and half the uniform law. */
  @Test
  void a_run_draws_an_operator_half_by_its_share_and_half_uniformly() {
    double share = share("a", run(step -> largest("a")));
    assertThat(share).isBetween((SHARE + 0.25) / 2 - 0.03, (SHARE + 0.25) / 2 + 0.03);
  }

  /** A law that was worked out once, however late, would go on favouring the old operator. */
  @Test
  void the_law_is_read_again_when_the_gradients_change() {
    List<List<Architecture>> run =
        run(
            step ->
                step < 500
                    ? largest("a")
                    : (layer, operator) -> 100 * largest("b").of(0, operator));
    assertThat(share("b", run.subList(1_000, 2_000)))
        .isGreaterThan(share("a", run.subList(1_000, 2_000)) + 0.2);
  }

  @Test
  void an_operator_without_gradients_is_hardly_drawn_at_the_end() {
    double share =
        share(
            "d",
            run(step -> (layer, operator) -> operator.equals("d") ? 0 : 1).subList(1_900, 2_000));
    assertThat(share).isLessThan(0.03); // the uniform part's: 0.25 · 0.025
  }

  private static GradientNorms largest(String favourite) {
    return (layer, operator) -> operator.equals(favourite) ? 5 : 1;
  }

  private List<List<Architecture>> run(SamplerConformance.Training training) {
    return conformance().run(SEED, training);
  }

  private static double share(String operator, List<List<Architecture>> run) {
    return run.stream()
        .flatMap(List::stream)
        .flatMap(path -> path.operators().stream())
        .mapToInt(drawn -> drawn.equals(operator) ? 1 : 0)
        .average()
        .orElseThrow();
  }
}
