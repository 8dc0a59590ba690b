package magicbench.results.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import magicbench.results.claim.Claim;

/**
 * Super-nets of one kind, whose ranks one kind of truth judges: only they are compared.
 *
 * @param experiment the kind of trial that ranks
 * @param truth the kind of trial that holds the truth
 * @param name what tells it from the scale's others, fit for a file's name: empty for the first
 *     about text, else the experiment, and the truth where another one has that experiment
 */
public record Division(String experiment, String truth, String name) {

  private static final Comparator<Division> TEXT_FIRST =
      Comparator.comparing(Division::subject)
          .thenComparing(Division::experiment)
          .thenComparing(Division::truth);

  /**
   * What it is about.
   *
   * @return the subject of its experiment
   */
  public Subject subject() {
    return Subject.of(experiment);
  }

  /** Judged claims about ranks by division, in which they keep their order; text first. */
  static SortedMap<Division, List<Judgement>> of(List<Judgement> gains) {
    List<Division> plain =
        gains.stream()
            .map(gain -> plain(gain.claim()))
            .distinct()
            .sorted(TEXT_FIRST)
            .collect(Collectors.toCollection(ArrayList::new));
    Map<Division, List<Judgement>> byPlain =
        gains.stream().collect(Collectors.groupingBy(gain -> plain(gain.claim())));
    SortedMap<Division, List<Judgement>> named = new TreeMap<>(TEXT_FIRST);
    plain.forEach(each -> named.put(each.named(plain), byPlain.get(each)));
    return Collections.unmodifiableSortedMap(named);
  }

  private static Division plain(Claim claim) {
    return new Division(claim.experiment(), claim.metric().truth(), "");
  }

  private Division named(List<Division> all) {
    if (subject() == Subject.TEXT && equals(all.get(0))) {
      return this;
    }
    long alike = all.stream().filter(other -> other.experiment.equals(experiment)).count();
    return new Division(experiment, truth, alike == 1 ? experiment : experiment + "-by-" + truth);
  }
}
