package magicbench.results.verdict;

import java.util.List;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.file.InputException;
import magicbench.results.record.RunRecord;

/**
 * The records of a claim that holds one method against another, or against the paper's number, told
 * apart.
 *
 * @param method of the claim's method, by seed
 * @param against of the method that it is held against, by seed; the same seeds; none where the
 *     claim names no such method
 * @param truth of the trials that hold the truth; none where the claim names none
 */
record Sides(List<RunRecord> method, List<RunRecord> against, List<RunRecord> truth) {

  /**
   * Tells them apart.
   *
   * @throws InputException when the two methods were run with other seeds: they are compared seed
   *     by seed
   */
  static Sides of(Inquiry inquiry) {
    Claim claim = inquiry.claim();
    Sides sides =
        new Sides(
            of(inquiry, claim.experiment(), claim.method()),
            of(inquiry, claim.experiment(), claim.metric().against()),
            inquiry.records().stream()
                .filter(record -> record.trial().kind().equals(claim.metric().truth()))
                .toList());
    if (!claim.metric().against().isEmpty() && !seeds(sides.method).equals(seeds(sides.against))) {
      throw new InputException(
          Estimators.reader(claim),
          claim.method()
              + " has seeds "
              + seeds(sides.method)
              + " and "
              + claim.metric().against()
              + " has "
              + seeds(sides.against),
          "run both with the same seeds: they are compared seed by seed");
    }
    return sides;
  }

  private static List<RunRecord> of(Inquiry inquiry, String kind, String method) {
    return inquiry.records().stream()
        .filter(record -> record.trial().kind().equals(kind))
        .filter(record -> record.trial().method().equals(method))
        .toList();
  }

  private static List<Long> seeds(List<RunRecord> records) {
    return records.stream().map(record -> record.trial().seed()).toList();
  }

  List<Long> seeds() {
    return seeds(method);
  }

  /** The records of each method, the claim's first. */
  List<RunRecord> runs() {
    return Stream.concat(method.stream(), against.stream()).toList();
  }
}
