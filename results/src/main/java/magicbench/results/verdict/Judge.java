package magicbench.results.verdict;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import magicbench.results.claim.Claim;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Trial;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;

/**
 * Says what follows from records for claims. It knows no claim by name and no way in which a record
 * was made.
 *
 * <p>The rules, the first that applies counts:
 *
 * <ol>
 *   <li>a planned trial without a completed record: NOT_RUN;
 *   <li>an effect that is undefined in a seed, since cause or outcome doesn't vary: UNDECIDED;
 *   <li>a negative control that fails: UNDECIDED, and more seeds don't help;
 *   <li>so few seeds that the exact test can't reach the level, even if all agree: UNDECIDED;
 *   <li>the interval wholly beyond the tolerance in the claimed direction, and Holm's adjusted
 *       p-value at or below the level: REPRODUCED;
 *   <li>the interval wholly short of the tolerance: CONTRADICTED, unless it lies wholly on the
 *       claimed side of 0, where the direction holds and only the size falls short: UNDECIDED;
 *   <li>else UNDECIDED, with the seeds still needed.
 * </ol>
 *
 * <p>The effect is the mean over super-net seeds of the estimate within each; its interval is the
 * hull of a bootstrap over seeds and, within them, base child models, and of Student's t over the
 * seeds' own estimates; the test is the exact sign flip over seeds. It is two-sided though claims
 * have a direction: a claim has to pass a bar that would also have found the opposite. The same
 * claims, plan and records give the same bits. Claims share a level with all planned claims of
 * their family, whether those have evidence or not.
 *
 * <p>A claim of a level has rules of its own: its effect is the mean minus the paper's value, and
 * the interval alone decides, REPRODUCED where it lies wholly above minus the tolerance,
 * CONTRADICTED where it lies wholly below. A test that seeds differ from a number says nothing that
 * the interval doesn't.
 */
public final class Judge {

  private Judge() {}

  /**
   * Judges claims together; claims of one family share their level.
   *
   * @param claims different claims
   * @param plan which trials each claim is judged by
   * @param scale the plan's scale
   * @param records any records; those of trials that the plan doesn't name are passed over
   * @return one judgement a claim, by claim id
   * @throws magicbench.results.file.InputException when a claim names a metric, control, table or
   *     column that isn't there, two records of a claim have one seed, or a record lacks the
   *     untrained stage, the claim's own stage or what a control needs
   * @throws IllegalArgumentException when two claims have one id, or plan and scale differ
   */
  public static Verdicts judge(
      List<Claim> claims, Plan plan, Scale scale, List<RunRecord> records) {
    requireDistinct(claims);
    requireSameScale(plan, scale);
    claims.forEach(Estimators::check);
    // Claims know nothing of each other until families do: each may have a processor of its own.
    List<Hearing> hearings =
        claims.parallelStream()
            .sorted(Comparator.comparing(Claim::id))
            .map(claim -> Hearing.of(claim, Attendance.of(claim, plan, records)))
            .toList();
    Families families = Families.of(hearings);
    List<Judgement> judgements =
        hearings.stream()
            .map(hearing -> hearing.judgement(scale, families, plan.protocolHash(hearing.claim())))
            .toList();
    return new Verdicts(Verdicts.SCHEMA_VERSION, plan.scale(), plan.protocolHash(), judgements);
  }

  /**
   * Judges claims by the records of a folder: nothing is run and nothing is written.
   *
   * @param claims different claims
   * @param plan which trials each claim is judged by
   * @param scale the plan's scale
   * @param records holds one file a record, named {@code <trial id>.json}; only the plan's trials
   *     are read, and one without a file counts as missing
   * @return as {@link #judge(List, Plan, Scale, List)}
   * @throws magicbench.results.file.InputException when a record can't be read or is another
   *     trial's, or as above
   * @throws IllegalArgumentException as above
   */
  public static Verdicts judge(List<Claim> claims, Plan plan, Scale scale, Path records) {
    List<String> planned = plan.trials().stream().map(Trial::id).toList();
    return judge(claims, plan, scale, RecordFile.readPresent(records, planned));
  }

  private static void requireDistinct(List<Claim> claims) {
    Set<String> ids = new HashSet<>();
    for (Claim claim : claims) {
      if (!ids.add(claim.id())) {
        throw new IllegalArgumentException("two claims with the id " + claim.id());
      }
    }
  }

  private static void requireSameScale(Plan plan, Scale scale) {
    if (!plan.scale().equals(scale.name())) {
      throw new IllegalArgumentException(
          "a plan at scale " + plan.scale() + " can't be judged at scale " + scale.name());
    }
  }
}
