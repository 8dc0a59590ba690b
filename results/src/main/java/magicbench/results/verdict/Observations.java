package magicbench.results.verdict;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import magicbench.results.claim.Claim;
import magicbench.results.claim.Metric;
import magicbench.results.record.RunRecord;

/** A claim's rows after one share of training. */
final class Observations {

  private static final String BASE = "base";

  private final Rows rows;
  private final Sample sample;
  private final int[] seedOf;

  private Observations(Rows rows, Sample sample) {
    this.rows = rows;
    this.sample = sample;
    this.seedOf = rows.seedOf();
  }

  /** Reads the columns that the claim names. */
  static Observations of(Claim claim, List<RunRecord> records, double trainedShare) {
    Metric metric = claim.metric();
    Rows rows = Rows.of(Estimators.reader(claim), metric.table(), records).at(trainedShare);
    Sample sample =
        new Sample(
            rows.numbers(metric.cause()),
            rows.numbers(metric.outcome()),
            rows.by(metric.heldFixed()).codes());
    return new Observations(rows, sample);
  }

  Rows rows() {
    return rows;
  }

  Sample sample() {
    return sample;
  }

  int size() {
    return sample.size();
  }

  int seeds() {
    return rows.seeds();
  }

  int[] seedOf() {
    return seedOf.clone();
  }

  /** The cluster within a seed: pairs that share their base child model. */
  int[] clusterOf() {
    return rows.by(BASE).codes();
  }

  /** The pair of child models: a base and how many differences, in whatever seed. */
  int[] pairOf() {
    boolean counted = rows.have(Probe.DIFFERENCES);
    return rows.by(counted ? List.of(BASE, Probe.DIFFERENCES) : List.of(BASE)).codes();
  }

  /** The row numbers of one seed. */
  int[] rowsOf(int seed) {
    return IntStream.range(0, seedOf.length).filter(row -> seedOf[row] == seed).toArray();
  }

  /** Each row's place among the rows of its seed. */
  int[] placesWithinSeeds() {
    int[] next = new int[seeds()];
    return Arrays.stream(seedOf).map(seed -> next[seed]++).toArray();
  }

  /** Some of the rows; a seed may be left with none. */
  Observations where(IntPredicate kept) {
    int[] chosen = IntStream.range(0, seedOf.length).filter(kept).toArray();
    return new Observations(rows.where(kept), sample.select(chosen));
  }

  /** The same rows with the cause replaced. */
  Observations withCause(double[] cause) {
    return new Observations(rows, sample.withCause(cause));
  }

  /** The same rows, held fixed by other strata. */
  Observations withStrata(int[] strata) {
    return new Observations(rows, sample.withStrata(strata));
  }

  /** An estimate within each seed, by seed number. */
  List<OptionalDouble> perSeed(Estimator estimator) {
    return IntStream.range(0, seeds())
        .mapToObj(seed -> estimator.of(sample.select(rowsOf(seed))))
        .toList();
  }
}
