package magicbench.results.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * A published statement that the harness can test.
 *
 * @param id unique, lower-case, for instance {@code interference.grows-with-differences}
 * @param version rises with every change of meaning
 * @param suite the suite that asks it
 * @param title one line for tables
 * @param statement the statement in full, in our words
 * @param source where the paper says it
 * @param paperValue the paper's number, where known
 * @param experiment the kind of trial that measures it
 * @param method the super-net method that it is measured under
 * @param metric how records become a number
 * @param direction which way the outcome is said to move
 * @param tolerance the smallest effect that counts
 * @param decision how certain a verdict must be
 * @param controls negative controls that must not show the effect, by name
 * @param changes one line for every version after the first
 * @param scales the only scales that ask it, by name; empty for all that ask its suite
 */
public record Claim(
    String id,
    int version,
    String suite,
    String title,
    String statement,
    Source source,
    PaperValue paperValue,
    String experiment,
    String method,
    Metric metric,
    Direction direction,
    Tolerance tolerance,
    Decision decision,
    List<String> controls,
    List<String> changes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> scales) {

  /** Keeps immutable copies. */
  public Claim {
    controls = List.copyOf(controls);
    changes = List.copyOf(changes);
    scales = scales == null ? List.of() : List.copyOf(scales);
  }

  /**
   * The same claim of two other methods.
   *
   * @param one the method that it is measured under
   * @param other the method that this one is compared with
   * @return a copy whose metric has nothing beside it
   */
  public Claim of(String one, String other) {
    Metric pair =
        new Metric(
            metric.kind(),
            metric.table(),
            metric.cause(),
            metric.outcome(),
            metric.heldFixed(),
            metric.trainedShare(),
            other,
            metric.truth(),
            metric.only(),
            List.of(),
            metric.limit());
    return new Claim(
        id,
        version,
        suite,
        title,
        statement,
        source,
        paperValue,
        experiment,
        one,
        pair,
        direction,
        tolerance,
        decision,
        controls,
        changes,
        scales);
  }

  /**
   * A claim that all scales ask which ask its suite.
   *
   * @param id unique
   * @param version rises with every change of meaning
   * @param suite the suite that asks it
   * @param title one line for tables
   * @param statement the statement in full
   * @param source where the paper says it
   * @param paperValue the paper's number, where known
   * @param experiment the kind of trial that measures it
   * @param method the method that it is measured under
   * @param metric how records become a number
   * @param direction which way the outcome is said to move
   * @param tolerance the smallest effect that counts
   * @param decision how certain a verdict must be
   * @param controls negative controls, by name
   * @param changes one line for every version after the first
   */
  public Claim(
      String id,
      int version,
      String suite,
      String title,
      String statement,
      Source source,
      PaperValue paperValue,
      String experiment,
      String method,
      Metric metric,
      Direction direction,
      Tolerance tolerance,
      Decision decision,
      List<String> controls,
      List<String> changes) {
    this(
        id,
        version,
        suite,
        title,
        statement,
        source,
        paperValue,
        experiment,
        method,
        metric,
        direction,
        tolerance,
        decision,
        controls,
        changes,
        List.of());
  }
}
