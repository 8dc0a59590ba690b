package magicbench.results.verdict;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.stats.Interval;

/**
 * The verdicts of one scale and device kind that later runs are compared with.
 *
 * @param schemaVersion of the file format
 * @param scale the scale's name
 * @param device {@code cpu} or {@code gpu}
 * @param gitCommit the commit whose code made them
 * @param entries by claim id
 */
public record AcceptedVerdicts(
    int schemaVersion,
    String scale,
    String device,
    String gitCommit,
    SortedMap<String, Entry> entries) {

  /** The format that this code writes. */
  public static final int SCHEMA_VERSION = 2;

  /** Keeps an immutable, sorted copy. */
  public AcceptedVerdicts {
    entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /**
   * One claim's accepted verdict.
   *
   * @param version the claim's version that was judged
   * @param verdict the verdict's word
   * @param effect signed as measured; empty when there was none
   * @param interval of that effect; empty when there was none
   * @param protocolHash of the claim, its scale and trials ({@link Judgement#protocolHash()});
   *     empty in files of version 1
   * @param records the SHA-256 of each record that was judged, by trial id; none in files of
   *     version 1
   */
  public record Entry(
      int version,
      String verdict,
      Optional<Double> effect,
      Optional<Interval> interval,
      Optional<String> protocolHash,
      SortedMap<String, String> records) {

    /** Keeps an immutable, sorted copy; Jackson gives null for a field that version 1 lacks. */
    public Entry {
      records =
          records == null
              ? Collections.emptySortedMap()
              : Collections.unmodifiableSortedMap(new TreeMap<>(records));
    }
  }

  /**
   * What a run's verdicts become when they are accepted.
   *
   * @param verdicts of one scale
   * @param device the device kind that the records were made on
   * @param gitCommit the commit whose code made them
   * @return every claim that was run on that device; claims that were not run are left out
   */
  public static AcceptedVerdicts of(Verdicts verdicts, String device, String gitCommit) {
    SortedMap<String, Entry> entries = new TreeMap<>();
    verdicts.judgements().stream()
        .filter(judgement -> judgement.device().equals(device))
        .filter(judgement -> !(judgement.verdict() instanceof Verdict.NotRun))
        .forEach(judgement -> entries.put(judgement.claim().id(), entry(judgement)));
    return new AcceptedVerdicts(SCHEMA_VERSION, verdicts.scale(), device, gitCommit, entries);
  }

  private static Entry entry(Judgement judgement) {
    return new Entry(
        judgement.claim().version(),
        judgement.verdict().word(),
        judgement.evidence().map(evidence -> evidence.effect().value()),
        judgement.evidence().flatMap(evidence -> evidence.effect().interval()),
        Optional.of(judgement.protocolHash()),
        judgement.records());
  }
}
