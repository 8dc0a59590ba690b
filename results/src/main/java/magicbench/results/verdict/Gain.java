package magicbench.results.verdict;

import java.util.List;
import java.util.SortedMap;
import magicbench.results.stats.TestResult;

/** What one method gains over another, in a claim that holds the two against each other. */
interface Gain {

  /** The decisive number's name, for instance {@code gain of Kendall's tau-b}. */
  String statistic();

  /** The name of the one shown beside it. */
  String alternativeStatistic();

  /** The decisive number of each seed, by seed; NaN where it is undefined. */
  SortedMap<Long, Double> perSeed();

  /** Its mean over seeds, with the interval that decides; every seed's must be defined. */
  Estimate effect();

  /** Other estimates of the same gain. */
  List<Estimate> alternatives();

  /** The gain along training. */
  List<Stage> stages();

  /** The gain by what it may depend on; without levels where there is nothing such. */
  DoseResponse curve();

  /** Further tests. */
  List<TestResult> otherTests();

  /** Further numbers for readers. */
  List<Estimate> measurements();

  /** The gain in parts of what was measured; none where nothing is split. */
  default List<Breakdown> breakdowns() {
    return List.of();
  }

  /** How the two methods stood before anything was trained. */
  default String beginning() {
    return "Both methods begin with the same untrained super-net, in which there is nothing to gain.";
  }
}
