package magicbench.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import magicbench.results.claim.Claim;
import magicbench.results.stats.Holm;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.Verdicts;

/** Claims side by side; their p-values are corrected together. */
final class ClaimChanges {

  private ClaimChanges() {}

  static List<ClaimChange> of(Verdicts before, Verdicts after) {
    SortedMap<String, Judgement> one = byClaim(before);
    SortedMap<String, Judgement> other = byClaim(after);
    List<ClaimChange> changes =
        Stream.concat(one.keySet().stream(), other.keySet().stream())
            .distinct()
            .sorted()
            .map(id -> change(Optional.ofNullable(one.get(id)), Optional.ofNullable(other.get(id))))
            .toList();
    return corrected(changes);
  }

  private static SortedMap<String, Judgement> byClaim(Verdicts verdicts) {
    SortedMap<String, Judgement> byClaim = new TreeMap<>();
    verdicts.judgements().forEach(each -> byClaim.put(each.claim().id(), each));
    return byClaim;
  }

  private static ClaimChange change(Optional<Judgement> before, Optional<Judgement> after) {
    Claim claim = after.or(() -> before).orElseThrow().claim();
    return new ClaimChange(
        claim.id(),
        claim.title(),
        claim.tolerance().unit(),
        before.map(Standing::of),
        after.map(Standing::of),
        before.flatMap(one -> after.flatMap(other -> Differences.of(one, other))));
  }

  private static List<ClaimChange> corrected(List<ClaimChange> changes) {
    List<Integer> tested = new ArrayList<>();
    List<Double> pValues = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Optional<Double> pValue =
          changes.get(i).difference().flatMap(Difference::test).map(test -> test.pValue());
      if (pValue.isPresent()) {
        tested.add(i);
        pValues.add(pValue.get());
      }
    }
    double[] adjusted = Holm.adjust(pValues.stream().mapToDouble(x -> x).toArray());
    List<ClaimChange> corrected = new ArrayList<>(changes);
    for (int i = 0; i < adjusted.length; i++) {
      ClaimChange change = changes.get(tested.get(i));
      corrected.set(
          tested.get(i),
          change.withDifference(change.difference().orElseThrow().adjusted(adjusted[i])));
    }
    return List.copyOf(corrected);
  }
}
