package magicbench.results.verdict;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/** What follows from the records for a claim, at the scale that they were made at. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Verdict.Reproduced.class, name = "REPRODUCED"),
  @JsonSubTypes.Type(value = Verdict.Contradicted.class, name = "CONTRADICTED"),
  @JsonSubTypes.Type(value = Verdict.Undecided.class, name = "UNDECIDED"),
  @JsonSubTypes.Type(value = Verdict.NotRun.class, name = "NOT_RUN")
})
public sealed interface Verdict {

  /**
   * Why, in one sentence with the numbers.
   *
   * @return the sentence
   */
  String reason();

  /**
   * The verdict's word.
   *
   * @return {@code REPRODUCED}, {@code CONTRADICTED}, {@code UNDECIDED} or {@code NOT_RUN}
   */
  default String word() {
    if (this instanceof Reproduced) {
      return "REPRODUCED";
    }
    if (this instanceof Contradicted) {
      return "CONTRADICTED";
    }
    return this instanceof Undecided ? "UNDECIDED" : "NOT_RUN";
  }

  /**
   * The whole interval lies beyond the tolerance, in the claimed direction, and the exact test
   * agrees; of a level, it lies above the paper's value less the tolerance.
   *
   * @param reason why
   */
  record Reproduced(String reason) implements Verdict {}

  /**
   * The whole interval lies short of the tolerance and does not lie wholly on the claimed side of
   * 0: the effect is absent, too small to count, or the other way round; of a level, it lies below
   * the paper's value less the tolerance.
   *
   * @param reason why
   */
  record Contradicted(String reason) implements Verdict {}

  /**
   * The records can't tell.
   *
   * @param reason why not
   * @param seedsNeeded how many seeds more would be needed; empty when more seeds don't help
   * @param detectable how far beyond the tolerance an effect would have to lie to be shown with a
   *     chance of 80 % by as many seeds that differ as much; empty where that can't be told
   */
  record Undecided(String reason, Optional<SeedsNeeded> seedsNeeded, Optional<Double> detectable)
      implements Verdict {}

  /**
   * Nothing was measured.
   *
   * @param reason why not
   */
  record NotRun(String reason) implements Verdict {}
}
