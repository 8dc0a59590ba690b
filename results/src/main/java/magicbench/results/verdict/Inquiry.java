package magicbench.results.verdict;

import java.util.Comparator;
import java.util.List;
import magicbench.results.claim.Claim;
import magicbench.results.plan.Seeds;
import magicbench.results.record.RunRecord;

/** A claim put to complete records of one scale, which are kept in the order of their seeds. */
record Inquiry(Claim claim, String scale, List<RunRecord> records) {

  Inquiry {
    records =
        records.stream()
            .sorted(Comparator.comparingLong((RunRecord record) -> record.trial().seed()))
            .toList();
  }

  MetricKind kind() {
    return Estimators.of(claim);
  }

  /** The same question about the two methods that the claim's gain is compared with. */
  Inquiry beside() {
    List<String> pair = claim.metric().beside();
    return new Inquiry(claim.of(pair.get(0), pair.get(1)), scale, records);
  }

  Subject subject() {
    return Subject.of(claim.experiment());
  }

  double confidence() {
    return claim.decision().confidence();
  }

  Observations at(double trainedShare) {
    return Observations.of(claim, records, trainedShare);
  }

  Rows rows(String table) {
    return Rows.of(Estimators.reader(claim), table, records);
  }

  /** Whether every record has this table, with rows in it. */
  boolean have(String table) {
    return records.stream()
        .map(record -> record.tables().get(table))
        .allMatch(found -> found != null && found.rows() > 0);
  }

  /** Randomness of the judge's own: depends on the claim's id and the scale, on no trial. */
  Seeds seeds() {
    return new Seeds(new Seeds(0).stream("judge/" + claim.id() + "/" + scale));
  }

  /** For instance {@code Spearman's rho of gradientCosine on differences}. */
  String name(String statistic) {
    String plain = statistic + " of " + claim.metric().outcome() + " on " + claim.metric().cause();
    return claim.metric().heldFixed().isEmpty()
        ? plain
        : plain + " with " + String.join(", ", claim.metric().heldFixed()) + " held fixed";
  }
}
