package magicbench.results.verdict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;

/**
 * No two runs may have measured the very same numbers: else one was run twice, one method was run
 * under the other's name, or what tells them apart was switched off.
 */
final class DistinctRuns implements Control {

  static final String NAME = "distinct-runs";

  /** Stricter: for methods that train the same networks otherwise. */
  static final String TRAININGS = "distinct-trainings";

  private static final String LOSSES = "trainingLoss";
  private static final String LAYOUT = "layout";
  private static final String ARCHITECTURE = "architecture";

  private final String name;
  private final BiPredicate<Inquiry, Pair> isSuspect;

  private DistinctRuns(String name, BiPredicate<Inquiry, Pair> isSuspect) {
    this.name = name;
    this.isSuspect = isSuspect;
  }

  private record Pair(RunRecord one, RunRecord other) {

    boolean isOfOneSeed() {
      return one.trial().seed() == other.trial().seed();
    }

    boolean haveSame(String table) {
      return Objects.equals(one.tables().get(table), other.tables().get(table));
    }

    boolean areOneNetwork() {
      return haveSame(LAYOUT) || Objects.equals(network(one), network(other));
    }

    /**
     * What the weights depend on: layers that are left out at the end and sizes of what isn't there
     * do not count.
     */
    private static Map<String, Object> network(RunRecord run) {
      Map<String, Object> network = new HashMap<>();
      Table layout = run.tables().get(LAYOUT);
      if (layout != null) {
        network.putAll(layout.texts());
        network.putAll(layout.numbers());
        String architecture = layout.text(ARCHITECTURE).get(0).replaceAll("(\\.id)+$", "");
        network.put(ARCHITECTURE, architecture);
        if (!architecture.contains("ffn")) {
          network.remove("ffnInner");
        }
        if (!architecture.contains("mha")) {
          network.remove("heads");
        }
      }
      return network;
    }

    boolean haveSameLosses() {
      return Objects.equals(one.curves().get(LOSSES), other.curves().get(LOSSES));
    }
  }

  /** Runs are told apart by the claim's table. */
  static DistinctRuns byTable() {
    return new DistinctRuns(
        NAME, (inquiry, pair) -> pair.haveSame(inquiry.claim().metric().table()));
  }

  /**
   * Runs are told apart by their losses while training: a score may well be that of another run.
   * Two searches of one seed may find the same network, which is the same run then, and no fault.
   */
  static DistinctRuns byLosses() {
    return new DistinctRuns(
        NAME,
        (inquiry, pair) -> pair.haveSameLosses() && !(pair.isOfOneSeed() && pair.areOneNetwork()));
  }

  /**
   * Runs are told apart by their losses while training, those of one network and seed too: what is
   * said to train it otherwise must have done so.
   */
  static DistinctRuns everyTraining() {
    return new DistinctRuns(TRAININGS, (inquiry, pair) -> pair.haveSameLosses());
  }

  @Override
  public ControlResult check(Inquiry inquiry) {
    List<RunRecord> runs = Sides.of(inquiry).runs();
    int same = 0;
    for (int one = 0; one < runs.size(); one++) {
      for (int other = one + 1; other < runs.size(); other++) {
        Pair pair = new Pair(runs.get(one), runs.get(other));
        same += isSuspect.test(inquiry, pair) ? 1 : 0;
      }
    }
    return new ControlResult(
        name,
        inquiry.claim().metric().against().isEmpty()
            ? "Every run measured something of its own."
            : "Every seed of either method measured something of its own.",
        same == 0,
        new Estimate(
            "pairs of runs with the same numbers",
            same,
            Optional.empty(),
            runs.size(),
            runs.size()),
        "no such pair");
  }
}
