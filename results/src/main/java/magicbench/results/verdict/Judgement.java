package magicbench.results.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param protocolHash SHA-256 over the claim, the scale's name and the trials that it is judged by
 * @param records the SHA-256 of each record that was read, by trial id
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
    String protocolHash,
    SortedMap<String, String> records) {

  /** Keeps immutable copies. */
  public Judgement {
    controls = List.copyOf(controls);
    sensitivity = List.copyOf(sensitivity);
    records = Collections.unmodifiableSortedMap(new TreeMap<>(records));
  }

  /**
   * The trials whose records were read.
   *
   * @return their ids, sorted
   */
  public List<String> trials() {
    return List.copyOf(records.keySet());
  }
}
