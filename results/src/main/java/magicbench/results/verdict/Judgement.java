package magicbench.results.verdict;

import java.util.List;
import java.util.Optional;
import magicbench.results.claim.Claim;

/**
 * A claim, its verdict at one scale, and what the verdict rests on.
 *
 * @param claim the claim as it was when it was judged
 * @param scale the scale's name
 * @param scaleStatement what that scale is, and is not
 * @param device the device kind of the records, {@code cpu} or {@code gpu}; {@code none} without
 *     records
 * @param verdict what follows
 * @param evidence what it rests on; empty when nothing could be estimated
 * @param controls the negative controls
 * @param sensitivity the verdict at half, once and twice the tolerance
 * @param trials ids of the trials whose records were read
 */
public record Judgement(
    Claim claim,
    String scale,
    String scaleStatement,
    String device,
    Verdict verdict,
    Optional<Evidence> evidence,
    List<ControlResult> controls,
    List<Sensitivity> sensitivity,
    List<String> trials) {

  /** Keeps immutable copies. */
  public Judgement {
    controls = List.copyOf(controls);
    sensitivity = List.copyOf(sensitivity);
    trials = List.copyOf(trials);
  }
}
