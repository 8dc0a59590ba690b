package magicbench.results.report;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import magicbench.results.claim.Metric;
import magicbench.results.file.Hashes;
import magicbench.results.plan.Trial;
import magicbench.results.record.RunRecord;
import magicbench.results.record.Table;

/**
 * A raw row as a dot.
 *
 * @param trial the id of its trial
 * @param method of that trial
 * @param seed of that trial
 * @param cause across
 * @param outcome up
 * @param mark a hash of trial and row: which dots are left out and where they are nudged to must
 *     not depend on chance or order
 */
record Observation(
    String trial, String method, String seed, double cause, double outcome, long mark) {

  private static final String SHARE = "trainedShare";

  /** The rows that a metric reads, of every record that has them, by trial id. */
  static List<Observation> of(Metric metric, Collection<RunRecord> records) {
    return records.stream()
        .sorted(Comparator.comparing(record -> record.trial().id()))
        .flatMap(record -> of(metric, record))
        .toList();
  }

  /** At most so many of some rows, in their order. */
  static List<Observation> thin(List<Observation> all, int most) {
    if (all.size() <= most) {
      return all;
    }
    long largest =
        all.stream().map(Observation::mark).sorted().skip(most - 1L).findFirst().orElseThrow();
    return all.stream().filter(row -> row.mark() <= largest).limit(most).toList();
  }

  /** How far a dot is nudged sideways, -0.5 to 0.5. */
  double nudge() {
    return (mark & 0xFFFF) / 65535.0 - 0.5;
  }

  private static Stream<Observation> of(Metric metric, RunRecord record) {
    return Optional.ofNullable(record.tables().get(metric.table())).stream()
        .filter(table -> table.numbers().containsKey(metric.cause()))
        .filter(table -> table.numbers().containsKey(metric.outcome()))
        .flatMap(table -> of(metric, table, record.trial()));
  }

  private static Stream<Observation> of(Metric metric, Table table, Trial trial) {
    double[] causes = table.number(metric.cause());
    double[] outcomes = table.number(metric.outcome());
    return IntStream.range(0, table.rows())
        .filter(row -> isAtStage(table, row, metric.trainedShare()))
        .filter(row -> Double.isFinite(causes[row]) && Double.isFinite(outcomes[row]))
        .mapToObj(
            row ->
                new Observation(
                    trial.id(),
                    trial.method(),
                    Long.toString(trial.seed()),
                    causes[row],
                    outcomes[row],
                    hash(trial.id(), row)));
  }

  private static boolean isAtStage(Table table, int row, double share) {
    List<Double> shares = table.numbers().get(SHARE);
    return shares == null || Metric.isSameShare(shares.get(row), share);
  }

  private static long hash(String trial, int row) {
    return Hashes.first64Bits((trial + ":" + row).getBytes(StandardCharsets.UTF_8));
  }
}
