package magicbench.results.verdict;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.plan.Scale;
import magicbench.results.record.RunRecord;

/**
 * Which studies belong to which division, told by what was run: a study's methods are those of one
 * kind of super-net, or of several that know them all.
 *
 * @param divisions in the order of their pages
 * @param studies of the scale
 * @param run kind and method of every record
 */
record StudiesByDivision(List<Division> divisions, List<Scale.Study> studies, Set<String> run) {

  static StudiesByDivision of(
      Collection<Division> divisions, List<Scale.Study> studies, Collection<RunRecord> records) {
    return new StudiesByDivision(
        List.copyOf(divisions),
        List.copyOf(studies),
        records.stream()
            .map(record -> key(record.trial().kind(), record.trial().method()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static String key(String kind, String method) {
    return kind + " " + method;
  }

  /** The studies that a division shows, in their order. */
  List<Scale.Study> of(Division division) {
    return studies.stream().filter(study -> holds(division, study)).toList();
  }

  /**
   * Whether all of a study's methods were run there; else whether most were, the first of those.
   */
  private boolean holds(Division division, Scale.Study study) {
    List<Division> whole =
        divisions.stream().filter(each -> count(each, study) == methods(study).size()).toList();
    if (!whole.isEmpty()) {
      return whole.contains(division);
    }
    long most = divisions.stream().mapToLong(each -> count(each, study)).max().orElse(0);
    return divisions.stream()
        .filter(each -> count(each, study) == most)
        .findFirst()
        .filter(division::equals)
        .isPresent();
  }

  private long count(Division division, Scale.Study study) {
    return methods(study).stream()
        .filter(method -> run.contains(key(division.experiment(), method)))
        .count();
  }

  private static Set<String> methods(Scale.Study study) {
    return study.points().stream()
        .flatMap(point -> Stream.of(point.method(), point.against()))
        .collect(Collectors.toUnmodifiableSet());
  }
}
