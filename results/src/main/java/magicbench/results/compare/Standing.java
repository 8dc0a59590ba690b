package magicbench.results.compare;

import java.util.Optional;
import magicbench.results.verdict.Estimate;
import magicbench.results.verdict.Evidence;
import magicbench.results.verdict.Judgement;

/**
 * How a claim stands on one side.
 *
 * @param verdict its word
 * @param reason why, in one sentence
 * @param effect the decisive estimate; empty where none could be made
 */
public record Standing(String verdict, String reason, Optional<Estimate> effect) {

  static Standing of(Judgement judgement) {
    return new Standing(
        judgement.verdict().word(),
        judgement.verdict().reason(),
        judgement.evidence().map(Evidence::effect));
  }
}
