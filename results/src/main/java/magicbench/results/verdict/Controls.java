package magicbench.results.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Metric;
import magicbench.results.file.InputException;

/** The negative controls that a claim may name. */
final class Controls {

  private static final SortedMap<String, Control> OF_ONE_METHOD = ofOneMethod();
  private static final SortedMap<String, Control> OF_A_MEAN = ofMean();
  private static final SortedMap<String, Control> OF_RANKS = ofRanks();
  private static final SortedMap<String, Control> OF_TASKS = ofTasks();
  private static final SortedMap<String, Control> OF_GROWTH = ofGrowth();
  private static final SortedMap<String, Control> OF_A_LEVEL = ofLevel();

  /** What must hold before a claim can be asked at all. */
  static final Set<String> PRECONDITIONS =
      Set.of(
          NoCollapse.NAME,
          RanksAtAll.NAME,
          AboveChance.NAME,
          EqualSize.NAME,
          SmallerPair.NAME,
          TeacherAboveChance.NAME,
          WithinLimit.NAME);

  private Controls() {}

  private static SortedMap<String, Control> ofOneMethod() {
    SortedMap<String, Control> all = new TreeMap<>();
    all.put(
        ShuffledCause.NAME, inquiry -> new ShuffledCause(inquiry.kind().decisive()).check(inquiry));
    all.put(SameChildTwice.NAME, new SameChildTwice());
    all.put(IndependentBatches.NAME, new IndependentBatches());
    return Collections.unmodifiableSortedMap(all);
  }

  private static SortedMap<String, Control> ofMean() {
    SortedMap<String, Control> all = new TreeMap<>();
    all.put(DistinctRuns.NAME, DistinctRuns.byTable());
    all.put(NoCollapse.NAME, new NoCollapse());
    all.put(HeldOut.NAME, new HeldOut());
    return Collections.unmodifiableSortedMap(all);
  }

  private static SortedMap<String, Control> ofRanks() {
    SortedMap<String, Control> all = new TreeMap<>(ofMean());
    all.put(RanksAtAll.NAME, new RanksAtAll());
    all.put(ShuffledTruth.NAME, new ShuffledTruth());
    return Collections.unmodifiableSortedMap(all);
  }

  private static SortedMap<String, Control> ofTasks() {
    SortedMap<String, Control> all = new TreeMap<>();
    all.put(DistinctRuns.NAME, DistinctRuns.byLosses());
    all.put(DistinctRuns.TRAININGS, DistinctRuns.everyTraining());
    all.put(HeldOut.NAME, new HeldOut());
    all.put(AboveChance.NAME, new AboveChance());
    all.put(EqualSize.NAME, new EqualSize());
    all.put(TeacherAboveChance.NAME, new TeacherAboveChance());
    return Collections.unmodifiableSortedMap(all);
  }

  /** What must hold of both pairs that are compared. */
  private static SortedMap<String, Control> ofGrowth() {
    SortedMap<String, Control> all = new TreeMap<>();
    ofTasks().forEach((name, control) -> all.put(name, ofBothPairs(control)));
    all.put(SmallerPair.NAME, new SmallerPair());
    return Collections.unmodifiableSortedMap(all);
  }

  /** What holds of one method's networks, without another's beside them. */
  private static SortedMap<String, Control> ofLevel() {
    SortedMap<String, Control> all = new TreeMap<>();
    all.put(DistinctRuns.TRAININGS, DistinctRuns.everyTraining());
    all.put(HeldOut.NAME, new HeldOut());
    all.put(AboveChance.NAME, new AboveChance());
    all.put(WithinLimit.NAME, new WithinLimit());
    return Collections.unmodifiableSortedMap(all);
  }

  private static Control ofBothPairs(Control control) {
    return inquiry -> {
      ControlResult own = control.check(inquiry);
      ControlResult beside = control.check(inquiry.beside());
      return own.passed() ? beside : own;
    };
  }

  private static SortedMap<String, Control> forKind(Claim claim) {
    return switch (claim.metric().kind()) {
      case Gains.RANK_AGREEMENT -> OF_RANKS;
      case Gains.MEAN -> OF_A_MEAN;
      case Gains.TASKS -> OF_TASKS;
      case Gains.GROWTH -> OF_GROWTH;
      case Metric.LEVEL -> OF_A_LEVEL;
      default -> OF_ONE_METHOD;
    };
  }

  /**
   * The control of a name.
   *
   * @throws InputException when it is unknown for the claim's kind of metric
   */
  static Control of(Claim claim, String name) {
    SortedMap<String, Control> known = forKind(claim);
    Estimators.requireKnown(claim, "control", name, known.keySet());
    return known.get(name);
  }

  /** All that a claim names, in its order. */
  static List<ControlResult> check(Inquiry inquiry) {
    return inquiry.claim().controls().stream()
        .map(name -> of(inquiry.claim(), name).check(inquiry))
        .toList();
  }
}
