package magicbench.results.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Methods that were measured alike: the rank of each, and what it gains over random sampling, seed
 * by seed.
 *
 * @param measured what was measured, for readers
 * @param baseline the method that draws at random; empty where none of them does
 * @param rows one a method, the highest mean first
 */
public record RandomComparison(String measured, Optional<String> baseline, List<Row> rows) {

  /**
   * What draws at random, by name: of searches the one that draws networks, of super-nets the one
   * that draws paths. The first that was measured is the baseline.
   */
  static final List<String> AT_RANDOM = List.of("random-search", "spos");

  /** Keeps an immutable copy. */
  public RandomComparison {
    rows = List.copyOf(rows);
  }

  /**
   * A method.
   *
   * @param method its name
   * @param value its mean over seeds
   * @param rank 1 for the highest mean; its interval is that of the rank over resamples, outwards
   *     to whole ranks
   * @param difference to the baseline, paired by seed: a claim's own where one asks for it; empty
   *     for the baseline itself and where there is none
   * @param claim the id of that claim; empty where no claim asks for this pair
   */
  public record Row(
      String method,
      Estimate value,
      Estimate rank,
      Optional<Estimate> difference,
      Optional<String> claim) {}

  /** The same, with means and intervals that stand elsewhere: one draw gives one interval. */
  RandomComparison withValues(Map<String, Estimate> values) {
    return new RandomComparison(
        measured,
        baseline,
        rows.stream()
            .map(
                row ->
                    new Row(
                        row.method(),
                        values.getOrDefault(row.method(), row.value()),
                        row.rank(),
                        row.difference(),
                        row.claim()))
            .toList());
  }

  /** The same, with the numbers that claims were judged by where they ask for a pair. */
  RandomComparison withClaims(List<Judgement> claims) {
    return new RandomComparison(
        measured, baseline, rows.stream().map(row -> withClaim(row, claims)).toList());
  }

  private Row withClaim(Row row, List<Judgement> claims) {
    return claims.stream()
        .filter(judgement -> judgement.claim().method().equals(row.method()))
        .filter(
            judgement -> baseline.filter(judgement.claim().metric().against()::equals).isPresent())
        .filter(judgement -> judgement.claim().metric().beside().isEmpty())
        .filter(judgement -> judgement.evidence().isPresent())
        .findFirst()
        .map(
            judgement ->
                new Row(
                    row.method(),
                    row.value(),
                    row.rank(),
                    judgement.evidence().map(Evidence::effect),
                    Optional.of(judgement.claim().id())))
        .orElse(row);
  }
}
