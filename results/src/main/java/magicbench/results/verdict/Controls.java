package magicbench.results.verdict;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.claim.Claim;
import magicbench.results.file.InputException;

/** The negative controls that a claim may name. */
final class Controls {

  private static final SortedMap<String, Control> ALL = all();

  private Controls() {}

  private static SortedMap<String, Control> all() {
    SortedMap<String, Control> all = new TreeMap<>();
    all.put(
        ShuffledCause.NAME, inquiry -> new ShuffledCause(inquiry.kind().decisive()).check(inquiry));
    all.put(SameChildTwice.NAME, new SameChildTwice());
    all.put(IndependentBatches.NAME, new IndependentBatches());
    return Collections.unmodifiableSortedMap(all);
  }

  /**
   * The control of a name.
   *
   * @throws InputException when it is unknown
   */
  static Control of(Claim claim, String name) {
    Estimators.requireKnown(claim, "control", name, ALL.keySet());
    return ALL.get(name);
  }

  /** All that a claim names, in its order. */
  static List<ControlResult> check(Inquiry inquiry) {
    return inquiry.claim().controls().stream()
        .map(name -> of(inquiry.claim(), name).check(inquiry))
        .toList();
  }
}
