package magicbench.results.record;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import magicbench.results.claim.Claim;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;

/**
 * The one thing that a run may take from committed files instead of training it: records of the
 * kinds that hold a claim's truth, the scores of child models trained alone, say.
 *
 * <p>A record stands for the trial of the same id, which hashes settings, seed and needs; which
 * code made it does not matter, and its own provenance says so. Only completed trials count.
 */
public final class CommittedTruth {

  private CommittedTruth() {}

  /**
   * Where a project keeps it.
   *
   * @param root the project's folder
   * @param scale the scale's name
   * @return {@code results/truth/SCALE}, which need not be there
   */
  public static Path folder(Path root, String scale) {
    return root.resolve("results").resolve("truth").resolve(scale);
  }

  /**
   * The kinds of trial that hold a truth.
   *
   * @param claims every claim that is known
   * @return whatever their metrics name as truth
   */
  public static SortedSet<String> kinds(Collection<Claim> claims) {
    return claims.stream()
        .map(claim -> claim.metric().truth())
        .filter(kind -> !kind.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What a run of a plan may take.
   *
   * @param folder holds one file a record, named {@code <trial id>.json}; other files are left
   *     alone
   * @param scale whose records they are: the plan's, or the one that it extends
   * @param claims every claim that is known
   * @param plan what is to be run
   * @return the completed records of the plan's trials that hold a truth
   * @throws InputException when one of those files can't be read, was changed, or is of another
   *     trial or scale
   */
  public static TakenRecords in(Path folder, String scale, Collection<Claim> claims, Plan plan) {
    Set<String> kinds = kinds(claims);
    return TakenRecords.of(
        folder,
        scale,
        plan.trials().stream().filter(trial -> kinds.contains(trial.kind())).toList(),
        plan,
        count ->
            (count == 1 ? "1 record of truth is" : count + " records of truth are")
                + " taken from "
                + folder
                + " instead of trained; to train: magicbench run --truth recompute, or mvn verify"
                + " -Dtruth=recompute");
  }
}
