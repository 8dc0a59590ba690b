package magicbench.results.verdict;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;

/**
 * No two runs may have measured the very same numbers: else one was run twice, one method was run
 * under the other's name, or what tells them apart was switched off.
 */
final class DistinctRuns implements Control {

  static final String NAME = "distinct-runs";

  @Override
  public ControlResult check(Inquiry inquiry) {
    List<RunRecord> runs = Sides.of(inquiry).runs();
    String table = inquiry.claim().metric().table();
    int same = 0;
    for (int one = 0; one < runs.size(); one++) {
      for (int other = one + 1; other < runs.size(); other++) {
        same +=
            Objects.equals(numbers(runs.get(one), table), numbers(runs.get(other), table)) ? 1 : 0;
      }
    }
    return new ControlResult(
        NAME,
        "Every seed of either method measured something of its own.",
        same == 0,
        new Estimate(
            "pairs of runs with the same numbers",
            same,
            Optional.empty(),
            runs.size(),
            runs.size()),
        "no such pair");
  }

  private static Table numbers(RunRecord record, String table) {
    return record.tables().get(table);
  }
}
