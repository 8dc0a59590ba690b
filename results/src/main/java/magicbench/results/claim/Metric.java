package magicbench.results.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How records become one number per super-net seed.
 *
 * @param kind the estimator's name, for instance {@code rank-correlation}, {@code
 *     partial-rank-correlation} or {@value #LEVEL}
 * @param table the table of observations in a record, for instance {@code pairs}; {@code metrics}
 *     for the record's own figures
 * @param cause the column that is said to drive the outcome; of {@code metrics}, the setting that
 *     tells a method's trials of one seed apart
 * @param outcome the column, or the figure, that is said to move
 * @param heldFixed columns held fixed; empty for a plain correlation
 * @param trainedShare the share of training after which it is measured, 0 (untrained) to 1
 * @param against the method that the claim's method is compared with, seed by seed; empty for none
 * @param truth the kind of trial that scores what is ranked, one by one; empty for none
 * @param only of {@code metrics}, the values of the cause whose trials are asked; empty for all
 * @param beside two other methods, the gain of the first over the second being what the claim's
 *     gain is compared with; empty for none
 * @param limit of {@value #LEVEL}, what each network may have at most; empty for none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Metric(
    String kind,
    String table,
    String cause,
    String outcome,
    @JsonInclude(JsonInclude.Include.ALWAYS) List<String> heldFixed,
    double trainedShare,
    String against,
    String truth,
    List<String> only,
    List<String> beside,
    Optional<Limit> limit) {

  /** The kind that holds one method's figures against the paper's number. */
  public static final String LEVEL = "level";

  /** What stands for a table where the observations are a record's own figures. */
  public static final String METRICS = "metrics";

  /** Shares of training are fractions of steps: nearer than this they are one. */
  private static final double SHARE_TOLERANCE = 1e-9;

  /** Keeps an immutable copy; what isn't given is empty. */
  public Metric {
    heldFixed = List.copyOf(heldFixed);
    against = Objects.requireNonNullElse(against, "");
    truth = Objects.requireNonNullElse(truth, "");
    only = List.copyOf(Objects.requireNonNullElse(only, List.of()));
    beside = List.copyOf(Objects.requireNonNullElse(beside, List.of()));
    limit = Objects.requireNonNullElse(limit, Optional.empty());
  }

  /**
   * What each of a claim's networks may have at most.
   *
   * @param metric the record's figure, for instance {@code multiplyAdds}
   * @param most its largest value that is allowed, in the figure's own unit
   */
  public record Limit(String metric, double most) {}

  /**
   * A metric without a limit.
   *
   * @param kind the estimator's name
   * @param table the table of observations in a record
   * @param cause the column that is said to drive the outcome
   * @param outcome the column that is said to move
   * @param heldFixed columns held fixed
   * @param trainedShare the share of training after which it is measured
   * @param against the method that the claim's method is compared with; empty for none
   * @param truth the kind of trial that scores what is ranked; empty for none
   * @param only the values of the cause whose trials are asked; empty for all
   * @param beside two other methods whose gain is compared with; empty for none
   */
  public Metric(
      String kind,
      String table,
      String cause,
      String outcome,
      List<String> heldFixed,
      double trainedShare,
      String against,
      String truth,
      List<String> only,
      List<String> beside) {
    this(
        kind,
        table,
        cause,
        outcome,
        heldFixed,
        trainedShare,
        against,
        truth,
        only,
        beside,
        Optional.empty());
  }

  /**
   * A metric that asks all trials.
   *
   * @param kind the estimator's name
   * @param table the table of observations in a record
   * @param cause the column that is said to drive the outcome
   * @param outcome the column that is said to move
   * @param heldFixed columns held fixed
   * @param trainedShare the share of training after which it is measured
   * @param against the method that the claim's method is compared with; empty for none
   * @param truth the kind of trial that scores what is ranked; empty for none
   */
  public Metric(
      String kind,
      String table,
      String cause,
      String outcome,
      List<String> heldFixed,
      double trainedShare,
      String against,
      String truth) {
    this(
        kind, table, cause, outcome, heldFixed, trainedShare, against, truth, List.of(), List.of());
  }

  /**
   * A metric of one method alone.
   *
   * @param kind the estimator's name
   * @param table the table of observations in a record
   * @param cause the column that is said to drive the outcome
   * @param outcome the column that is said to move
   * @param heldFixed columns held fixed
   * @param trainedShare the share of training after which it is measured
   */
  public Metric(
      String kind,
      String table,
      String cause,
      String outcome,
      List<String> heldFixed,
      double trainedShare) {
    this(kind, table, cause, outcome, heldFixed, trainedShare, "", "");
  }

  /**
   * Whether the claim states a level, and neither a correlation nor a gain.
   *
   * @return true where the kind is {@value #LEVEL}
   */
  public boolean statesLevel() {
    return kind.equals(LEVEL);
  }

  /**
   * Whether two shares of training are the same but for rounding.
   *
   * @param share one, 0 to 1
   * @param other the other, 0 to 1
   * @return true when they differ by 1e-9 at most
   */
  public static boolean isSameShare(double share, double other) {
    return Math.abs(share - other) <= SHARE_TOLERANCE;
  }
}
