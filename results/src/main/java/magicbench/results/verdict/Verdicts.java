package magicbench.results.verdict;

import java.util.List;

/**
 * The file {@code verdicts.json}.
 *
 * @param schemaVersion of the file format
 * @param scale the scale's name
 * @param protocolHash of the plan that was judged
 * @param judgements one a claim, by claim id
 */
public record Verdicts(
    int schemaVersion, String scale, String protocolHash, List<Judgement> judgements) {

  /** The format that this code writes. */
  public static final int SCHEMA_VERSION = 2;

  /** Keeps an immutable copy. */
  public Verdicts {
    judgements = List.copyOf(judgements);
  }
}
