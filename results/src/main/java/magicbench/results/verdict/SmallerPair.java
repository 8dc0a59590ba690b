package magicbench.results.verdict;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import magicbench.results.record.RunRecord;

/**
 * Of a gain that is said to grow as networks shrink: the networks of the claim's own pair must be
 * smaller than those of the pair beside it, seed by seed. A limit on a search is an upper one only:
 * what it finds may be as small without it.
 */
final class SmallerPair implements Control {

  static final String NAME = "smaller-pair";

  /** FLOPs, since all networks share most of their parameters, the embedding. */
  private static final String SIZE = "forwardFlops";

  private static final double MOST = 2.0 / 3;

  @Override
  public ControlResult check(Inquiry inquiry) {
    String reader = Estimators.reader(inquiry.claim());
    Sides own = Sides.of(inquiry);
    Sides beside = Sides.of(inquiry.beside());
    List<Double> shares =
        Stream.concat(
                shares(reader, own.method(), beside.method()).stream(),
                shares(reader, own.against(), beside.against()).stream())
            .toList();
    double worst = Collections.max(shares);
    return new ControlResult(
        NAME,
        "The networks that the gain is said to be larger for are smaller, by a third of the forward"
            + " FLOPs at least, seed by seed.",
        worst <= MOST,
        new Estimate(
            "largest share of the other pair's FLOPs",
            worst,
            Optional.empty(),
            shares.size(),
            own.seeds().size()),
        "at most 2/3");
  }

  private static List<Double> shares(String reader, List<RunRecord> small, List<RunRecord> large) {
    Map<Long, Double> largeBySeed = new HashMap<>();
    for (RunRecord run : large) {
      largeBySeed.merge(run.trial().seed(), TaskScores.figure(reader, run, SIZE), Math::min);
    }
    return small.stream()
        .map(
            run ->
                TaskScores.figure(reader, run, SIZE)
                    / largeBySeed.getOrDefault(run.trial().seed(), 0.0))
        .toList();
  }
}
