package magicbench.results.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import magicbench.results.plan.Seeds;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;

class RankedSampleTest {

  @Property(tries = 300)
  void says_of_any_draw_what_the_plain_statistics_say(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -6, max = 6) Integer> first,
      @ForAll long seed) {
    UniformRandomProvider random = new Seeds(seed).random("test");
    double[] x = first.stream().mapToDouble(value -> value / 3.0).toArray();
    double[] y = new double[x.length];
    Arrays.setAll(y, i -> random.nextInt(5) - 0.5);
    int[] drawn = random.ints(x.length, 0, x.length).toArray();
    double[] drawnX = pick(x, drawn);
    double[] drawnY = pick(y, drawn);

    Draw draw = Draw.of(drawn, x.length);
    RankedSample one = new RankedSample(x);
    RankedSample other = new RankedSample(y);

    assertThat(one.kendallTauB(other, draw)).isEqualTo(RankCorrelation.kendallTauB(drawnX, drawnY));
    assertThat(one.spearman(other, draw)).isEqualTo(RankCorrelation.spearman(drawnX, drawnY));
    assertThat(other.kendallTauB(one, draw))
        .as("the same draw against another sample")
        .isEqualTo(RankCorrelation.kendallTauB(drawnY, drawnX));
    assertThat(one.pearson(other, draw)).isEqualTo(RankCorrelation.pearson(drawnX, drawnY));
  }

  @Property(tries = 100)
  void says_it_of_many_values_too_of_which_no_two_are_alike(
      @ForAll @IntRange(min = 1, max = 200) int count, @ForAll long seed) {
    UniformRandomProvider random = new Seeds(seed).random("test");
    int[] places = new PermutationSampler(random, count, count).sample();
    double[] x = Arrays.stream(places).mapToDouble(place -> place / 7.0).toArray();
    double[] y = random.ints(count, 0, 1 + count / 2).mapToDouble(value -> value).toArray();
    int[] drawn = random.ints(count, 0, count).toArray();

    assertThat(new RankedSample(x).kendallTauB(new RankedSample(y), Draw.of(drawn, count)))
        .isEqualTo(RankCorrelation.kendallTauB(pick(x, drawn), pick(y, drawn)));
  }

  private static double[] pick(double[] values, int[] drawn) {
    return Arrays.stream(drawn).mapToDouble(place -> values[place]).toArray();
  }
}
