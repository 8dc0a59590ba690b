package magicbench.baselines.shrinking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplerContract;
import magicbench.harness.sampling.SelectionLoss;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;

/**
 * What progressive shrinking promises beyond {@link SamplerContract}. Runs have 2,000 steps: one
 * warm epoch, reviews that leave 16, 8 and 4 of the 32 child models of each of 4 bins, and one
 * epoch more. Letters weigh 0 to 3 parameters.
 */
abstract class ShrinkingContract extends SamplerContract {

  private static final long SEED = 5;
  private static final int STEPS = 2_000;
  private static final int EPOCH = STEPS / 5;
  private static final int LEFT_IN_ALL = 16;

  @Override
  protected JsonNode settings() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("bins", 4)
        .put("pathsPerBin", 32)
        .put("survivorsPerBin", 4)
        .put("warmEpochs", 1);
  }

  /**
   * What a run did.
   *
   * @param paths one for every step
   * @param measured how many child models were measured after a step; no entry for none
   * @param survivors what was left at the end
   */
  record Run(List<Architecture> paths, Map<Long, Integer> measured, Set<Architecture> survivors) {

    Set<Architecture> trained(int from, int to) {
      return new HashSet<>(paths.subList(from, to));
    }
  }

  private Run run(SelectionLoss losses) {
    PathSampler sampler = method().create(space(), settings());
    Seeds seeds = new Seeds(SEED);
    sampler.begin(seeds, STEPS);
    List<Architecture> paths = new ArrayList<>();
    Map<Long, Integer> measured = new TreeMap<>();
    for (long step = 0; step < STEPS; step++) {
      paths.addAll(sampler.next(seeds.randomAt(PathSampler.STREAM, step)));
      long now = step;
      sampler.stepped(
          step,
          child -> {
            measured.merge(now, 1, Integer::sum);
            return losses.of(child);
          });
    }
    return new Run(paths, measured, new HashSet<>(sampler.survivors().orElse(List.of())));
  }

  private static double countOfA(Architecture child) {
    return child.operators().stream().filter("a"::equals).count();
  }

  private static long parameters(SearchSpace space, Architecture child) {
    return LongStream.range(0, space.layers())
        .map(layer -> space.parameters((int) layer, child.operators().get((int) layer)))
        .sum();
  }

  @Test
  void the_warm_epoch_and_the_one_before_the_first_review_draw_from_all_of_the_space() {
    assertThat(run(ShrinkingContract::countOfA).trained(0, 2 * EPOCH)).hasSizeGreaterThan(700);
  }

  @Test
  void every_review_measures_what_was_left_and_no_more() {
    assertThat(run(ShrinkingContract::countOfA).measured())
        .isEqualTo(Map.of(2L * EPOCH - 1, 128, 3L * EPOCH - 1, 64, 4L * EPOCH - 1, 32));
  }

  @Test
  void only_what_is_left_is_trained_after_the_last_review() {
    Run run = run(ShrinkingContract::countOfA);
    assertThat(run.survivors()).hasSize(LEFT_IN_ALL);
    assertThat(run.trained(4 * EPOCH, STEPS)).isEqualTo(run.survivors());
  }

  @Test
  void those_that_do_better_are_left() {
    double better = meanOfA(run(ShrinkingContract::countOfA).survivors());
    double worse = meanOfA(run(child -> -countOfA(child)).survivors());
    assertThat(better).isLessThan(worse - 1);
  }

  private static double meanOfA(Set<Architecture> children) {
    return children.stream().mapToDouble(ShrinkingContract::countOfA).average().orElse(Double.NaN);
  }

  /** Without bins, a loss that rises with the size would leave the smallest child models alone. */
  @Test
  void every_size_is_left_even_where_the_smallest_do_best() {
    SearchSpace space = space();
    List<Long> sizes =
        run(child -> parameters(space, child)).survivors().stream()
            .map(child -> parameters(space, child))
            .sorted()
            .collect(Collectors.toList());
    assertThat(sizes).isNotEmpty();
    assertThat(sizes.get(0)).isLessThan(6);
    assertThat(sizes.get(sizes.size() - 1)).isGreaterThanOrEqualTo(9);
  }

  @Test
  void a_run_that_is_resumed_between_two_reviews_leaves_the_same() {
    PathSampler whole = method().create(space(), settings());
    PathSampler resumed = method().create(space(), settings());
    whole.begin(new Seeds(SEED), STEPS);
    review(whole, 0, 2 * EPOCH);
    resumed.begin(new Seeds(SEED), STEPS);
    resumed.restore(whole.state());
    review(whole, 2 * EPOCH, STEPS);
    review(resumed, 2 * EPOCH, STEPS);
    assertThat(resumed.survivors()).isEqualTo(whole.survivors()).isNotEmpty();
  }

  private static void review(PathSampler sampler, int from, int to) {
    for (long step = from; step < to; step++) {
      sampler.stepped(step, ShrinkingContract::countOfA);
    }
  }
}
