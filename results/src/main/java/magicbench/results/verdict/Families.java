package magicbench.results.verdict;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import magicbench.results.stats.Holm;

/** Claims that share one level: each one's p-value is adjusted for the others of its family. */
final class Families {

  private final SortedMap<String, Member> members;

  private Families(SortedMap<String, Member> members) {
    this.members = members;
  }

  /**
   * A claim in its family.
   *
   * @param adjustedPValue by Holm's method
   * @param familySize how many claims of the family were tested together
   */
  record Member(double adjustedPValue, int familySize) {}

  /** Takes the findings together that have evidence; claims without are no test. */
  static Families of(List<Findings> findings) {
    Map<String, List<Findings>> byFamily =
        findings.stream()
            .filter(finding -> finding.evidence().isPresent())
            .collect(
                Collectors.groupingBy(finding -> finding.inquiry().claim().decision().family()));
    SortedMap<String, Member> members = new TreeMap<>();
    byFamily.values().forEach(family -> members.putAll(adjust(family)));
    return new Families(members);
  }

  private static SortedMap<String, Member> adjust(List<Findings> family) {
    double[] pValues =
        family.stream()
            .mapToDouble(finding -> finding.evidence().orElseThrow().test().pValue())
            .toArray();
    double[] adjusted = Holm.adjust(pValues);
    SortedMap<String, Member> members = new TreeMap<>();
    for (int i = 0; i < adjusted.length; i++) {
      members.put(family.get(i).inquiry().claim().id(), new Member(adjusted[i], family.size()));
    }
    return members;
  }

  /** A claim with evidence. */
  Member of(String claimId) {
    return members.get(claimId);
  }
}
