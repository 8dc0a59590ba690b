package magicbench.results.compare;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import magicbench.results.record.RunRecord;

/**
 * What the trials of one kind cost before and after.
 *
 * @param kind the experiment
 * @param before on the first side
 * @param after on the second side
 */
public record CostChange(String kind, Spent before, Spent after) {

  static List<CostChange> of(Run before, Run after) {
    SortedSet<String> kinds = new TreeSet<>();
    Stream.of(before, after)
        .flatMap(run -> run.records().values().stream())
        .forEach(record -> kinds.add(record.trial().kind()));
    return kinds.stream()
        .map(
            kind ->
                new CostChange(kind, Spent.of(ofKind(before, kind)), Spent.of(ofKind(after, kind))))
        .toList();
  }

  private static List<RunRecord> ofKind(Run run, String kind) {
    return run.records().values().stream()
        .filter(record -> record.trial().kind().equals(kind))
        .toList();
  }

  /**
   * How the mean processor time of a trial moved.
   *
   * @return after divided by before; empty where one is unknown or the first is 0
   */
  @JsonProperty("cpuRatio")
  public Optional<Double> cpuRatio() {
    return ratio(before.cpuSeconds(), after.cpuSeconds());
  }

  /**
   * How the speed of training moved.
   *
   * @return after divided by before; empty where one is unknown or the first is 0
   */
  @JsonProperty("throughputRatio")
  public Optional<Double> throughputRatio() {
    return ratio(before.sequencesPerSecond(), after.sequencesPerSecond());
  }

  private static Optional<Double> ratio(Optional<Double> before, Optional<Double> after) {
    return before.filter(value -> value > 0).flatMap(one -> after.map(other -> other / one));
  }
}
