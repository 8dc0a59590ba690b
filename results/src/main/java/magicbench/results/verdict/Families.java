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
   * @param familySize how many planned claims the family has
   */
  record Member(double adjustedPValue, int familySize) {}

  /**
   * Takes the planned claims of each family together. One without evidence was not tested, but it
   * was meant to be: it counts with p = 1, so that a lost record never makes a level easier.
   */
  static Families of(List<Hearing> hearings) {
    Map<String, List<Hearing>> byFamily =
        hearings.stream()
            .filter(hearing -> !hearing.attendance().planned().isEmpty())
            .collect(Collectors.groupingBy(hearing -> hearing.claim().decision().family()));
    SortedMap<String, Member> members = new TreeMap<>();
    byFamily.values().forEach(family -> members.putAll(adjust(family)));
    return new Families(members);
  }

  private static SortedMap<String, Member> adjust(List<Hearing> family) {
    double[] adjusted = Holm.adjust(family.stream().mapToDouble(Hearing::pValue).toArray());
    SortedMap<String, Member> members = new TreeMap<>();
    for (int i = 0; i < adjusted.length; i++) {
      members.put(family.get(i).claim().id(), new Member(adjusted[i], family.size()));
    }
    return members;
  }

  /** A claim with planned trials. */
  Member of(String claimId) {
    return members.get(claimId);
  }
}
