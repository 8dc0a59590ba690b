package magicbench.results.history;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.stats.Interval;

/**
 * What one run found of one claim: a line of a history.
 *
 * @param schemaVersion of the file format
 * @param claim the claim's id
 * @param version the claim's version that was judged
 * @param scale the scale's name
 * @param device {@code cpu} or {@code gpu}
 * @param design the hash of what was run but for its seeds; only runs of one design are compared
 * @param commit the commit whose code made the records; several with commas
 * @param day the day on which the last of them was begun, as {@code 2026-11-29}; empty for unknown
 * @param verdict the verdict's word
 * @param effect signed as measured; empty when nothing could be estimated
 * @param interval of that effect
 * @param perSeed the effect of each super-net seed
 * @param cost what the judged trials took
 */
public record HistoryEntry(
    int schemaVersion,
    String claim,
    int version,
    String scale,
    String device,
    String design,
    String commit,
    Optional<String> day,
    String verdict,
    Optional<Double> effect,
    Optional<Interval> interval,
    SortedMap<Long, Double> perSeed,
    Cost cost) {

  /** The format that this code writes. */
  public static final int SCHEMA_VERSION = 1;

  /** Keeps an immutable, sorted copy. */
  public HistoryEntry {
    perSeed = Collections.unmodifiableSortedMap(new TreeMap<>(perSeed));
  }

  /**
   * The price of the judged trials but for those of a truth, which may be older than the run.
   *
   * @param machine processor and number of cores, as the records tell; empty for unknown
   * @param trials how many
   * @param cpuSeconds of all of them; empty where one doesn't tell
   * @param wallSeconds of all of them, one after the other; empty where one doesn't tell
   */
  public record Cost(
      Optional<String> machine,
      int trials,
      Optional<Double> cpuSeconds,
      Optional<Double> wallSeconds) {

    /**
     * The throughput.
     *
     * @return trials an hour of one processor core; empty where the time is unknown or zero
     */
    public Optional<Double> trialsPerCpuHour() {
      return cpuSeconds.filter(seconds -> seconds > 0).map(seconds -> trials * 3600 / seconds);
    }
  }

  /** The same run with other figures of its seeds. */
  HistoryEntry withPerSeed(SortedMap<Long, Double> other) {
    return new HistoryEntry(
        schemaVersion,
        claim,
        version,
        scale,
        device,
        design,
        commit,
        day,
        verdict,
        effect,
        interval,
        other,
        cost);
  }

  /** Whether the other is of the same claim, asked in the same way on the same kind of device. */
  boolean isComparableWith(HistoryEntry other) {
    return claim.equals(other.claim)
        && version == other.version
        && scale.equals(other.scale)
        && device.equals(other.device)
        && design.equals(other.design);
  }

  /** Whether the other tells of the very same run: of one commit, with the same figures. */
  boolean isOfSameRun(HistoryEntry other) {
    return isComparableWith(other)
        && commit.equals(other.commit)
        && perSeed.equals(other.perSeed)
        && cost.machine.equals(other.cost.machine);
  }
}
