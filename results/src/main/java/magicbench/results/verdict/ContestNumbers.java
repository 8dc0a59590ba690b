package magicbench.results.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Numbers of contests, each worked out once: points of several studies name the same methods, and
 * an interval takes thousands of resamples.
 */
final class ContestNumbers {

  private final Map<String, Contest> contestsByTruth;
  private final TwoWay twoWay;
  private final ConcurrentMap<List<String>, Optional<Estimate>> known = new ConcurrentHashMap<>();

  ContestNumbers(Map<String, Contest> contestsByTruth, TwoWay twoWay) {
    this.contestsByTruth = contestsByTruth;
    this.twoWay = twoWay;
  }

  /** A method's agreement with a truth; empty where there is no such contest or number. */
  Optional<Estimate> agreement(String truth, String method) {
    return known.computeIfAbsent(
        List.of(truth, method), key -> contest(truth).flatMap(it -> it.agreement(twoWay, method)));
  }

  /** A method's gain over another. */
  Optional<Estimate> gain(String truth, String method, String against) {
    return known.computeIfAbsent(
        List.of(truth, method, against),
        key -> contest(truth).flatMap(it -> it.gain(twoWay, method, against)));
  }

  /** The noise ceiling of a truth. */
  Optional<Estimate> ceiling(String truth) {
    return known.computeIfAbsent(
        List.of(truth), key -> contest(truth).flatMap(it -> it.truth().ceiling(twoWay)));
  }

  private Optional<Contest> contest(String truth) {
    return Optional.ofNullable(contestsByTruth.get(truth));
  }
}
