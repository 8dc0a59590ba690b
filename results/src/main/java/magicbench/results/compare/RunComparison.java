package magicbench.results.compare;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that differs between two sets of records, in how they were made and in what they say.
 *
 * @param schemaVersion of the form in which it is written
 * @param essence all of it in one sentence
 * @param before the first side
 * @param after the second side
 * @param facts how the records were made, in the order of {@link Category}
 * @param claims what follows from them, by claim id
 * @param trials what they measured
 * @param costs what they cost, by kind of trial
 */
public record RunComparison(
    int schemaVersion,
    String essence,
    SideSummary before,
    SideSummary after,
    List<Fact> facts,
    List<ClaimChange> claims,
    TrialChanges trials,
    List<CostChange> costs) {

  /** The form that this code writes. */
  public static final int SCHEMA_VERSION = 1;

  /** Keeps immutable copies. */
  public RunComparison {
    facts = List.copyOf(facts);
    claims = List.copyOf(claims);
    costs = List.copyOf(costs);
  }

  /**
   * Compares.
   *
   * @param before what was
   * @param after what is
   * @return every difference and everything that is the same
   */
  public static RunComparison of(Run before, Run after) {
    List<Fact> facts =
        Stream.of(ProvenanceFacts.of(before, after), PlannedFacts.of(before, after))
            .flatMap(List::stream)
            .sorted((a, b) -> a.category().compareTo(b.category()))
            .toList();
    List<ClaimChange> claims = ClaimChanges.of(before.verdicts(), after.verdicts());
    TrialChanges trials = TrialChanges.of(before, after);
    return new RunComparison(
        SCHEMA_VERSION,
        new Essence(facts, claims, trials).sentence(),
        SideSummary.of(before),
        SideSummary.of(after),
        facts,
        claims,
        trials,
        CostChange.of(before, after));
  }
}
