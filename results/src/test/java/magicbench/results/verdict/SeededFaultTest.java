package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A probe that mixes up which pair differs in how many layers must not pass. */
class SeededFaultTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void is_never_reproduced_when_the_labels_of_the_cause_are_mixed_up(long seed) {
    World world = World.ofNoise().withSlope(0.5);
    Random random = new Random(seed);
    List<RunRecord> mixed =
        world.records().stream().map(record -> mixedUp(record, random)).toList();

    assertThat(world.judge(Claims.falls(), mixed).verdict().word()).isNotEqualTo("REPRODUCED");
  }

  private static RunRecord mixedUp(RunRecord record, Random random) {
    Table pairs = record.tables().get("pairs");
    SortedMap<String, List<Double>> numbers = new TreeMap<>(pairs.numbers());
    List<Double> labels = new ArrayList<>(numbers.get("differences"));
    Collections.shuffle(labels, random);
    numbers.put("differences", labels);
    Table changed = new Table(pairs.rows(), numbers, pairs.texts());
    return World.withTable(List.of(record), "pairs", changed).get(0);
  }
}
