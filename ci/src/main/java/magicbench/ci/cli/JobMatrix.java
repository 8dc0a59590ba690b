package magicbench.ci.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import magicbench.results.claim.Claim;
import magicbench.results.plan.CostEstimator;
import magicbench.results.plan.CostEstimator.TrialCost;
import magicbench.results.plan.CostTable;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;

/**
 * The jobs that claims fall into when each job runs on a machine of its own, in the form that
 * GitHub Actions wants for a matrix.
 *
 * <p>Claims that share a trial that trains are one job: on two machines it would be paid for twice
 * and measured twice, not always to the same bit. A trial that costs no floating-point operation
 * trains nothing and joins no claims; one whose cost nobody knows counts as one that trains.
 *
 * @param include one entry a job, by its first claim's id
 */
record JobMatrix(List<Job> include) {

  private static final double DIGITS = 1000;

  /** Keeps an immutable copy. */
  JobMatrix {
    include = List.copyOf(include);
  }

  /**
   * One job.
   *
   * @param name its claims' suites; a number sets it apart from another job of the same suites
   * @param claims the ids of its claims with commas between, as option {@code --claim} takes them
   * @param scale the scale's name
   * @param trials how many trials it runs
   * @param hours from start to end as {@code plan} estimates them, to three decimals; null where
   *     that isn't known
   */
  record Job(String name, String claims, String scale, int trials, Double hours) {}

  /**
   * Shares claims out.
   *
   * @param claims the claims, in any order
   * @param planner plans some of them
   * @param estimators who knows what a trial costs; the first that knows is believed
   * @param pricing what a job's plan costs
   */
  static JobMatrix of(
      Collection<Claim> claims,
      Function<List<Claim>, Plan> planner,
      Collection<CostEstimator> estimators,
      Function<Plan, CostTable> pricing) {
    SortedMap<String, Integer> seen = new TreeMap<>();
    List<Job> jobs = new ArrayList<>();
    for (Group group : groups(claims, planner, estimators)) {
      String suites =
          group.claims().stream()
              .map(Claim::suite)
              .distinct()
              .sorted()
              .collect(Collectors.joining("-"));
      int number = seen.merge(suites, 1, Integer::sum);
      Plan plan = planner.apply(group.claims());
      jobs.add(job(number == 1 ? suites : suites + "-" + number, group, plan, pricing.apply(plan)));
    }
    return new JobMatrix(jobs);
  }

  private static Job job(String name, Group group, Plan plan, CostTable costs) {
    String ids = group.claims().stream().map(Claim::id).collect(Collectors.joining(","));
    OptionalDouble hours = costs.total().hours();
    Double rounded = hours.isPresent() ? Math.round(hours.getAsDouble() * DIGITS) / DIGITS : null;
    return new Job(name, ids, plan.scale(), plan.trials().size(), rounded);
  }

  private static List<Group> groups(
      Collection<Claim> claims,
      Function<List<Claim>, Plan> planner,
      Collection<CostEstimator> estimators) {
    List<Group> groups = new ArrayList<>();
    for (Claim claim : claims) {
      Group joined = new Group(List.of(claim), trained(planner.apply(List.of(claim)), estimators));
      for (Group other : List.copyOf(groups)) {
        if (other.shares(joined)) {
          groups.remove(other);
          joined = joined.with(other);
        }
      }
      groups.add(joined);
    }
    groups.sort(Comparator.comparing(group -> group.claims().get(0).id()));
    return groups;
  }

  private static NavigableSet<String> trained(Plan plan, Collection<CostEstimator> estimators) {
    return plan.trials().stream()
        .filter(trial -> trains(trial, estimators))
        .map(Trial::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean trains(Trial trial, Collection<CostEstimator> estimators) {
    return estimators.stream()
        .map(estimator -> estimator.estimate(trial))
        .flatMap(Optional::stream)
        .findFirst()
        .map(TrialCost::flops)
        .map(flops -> flops > 0)
        .orElse(true);
  }

  /** Claims by id, and the trials that train for them. */
  private record Group(List<Claim> claims, NavigableSet<String> trained) {

    boolean shares(Group other) {
      return trained.stream().anyMatch(other.trained::contains);
    }

    Group with(Group other) {
      List<Claim> both = new ArrayList<>(claims);
      both.addAll(other.claims);
      both.sort(Comparator.comparing(Claim::id));
      NavigableSet<String> all = new TreeSet<>(trained);
      all.addAll(other.trained);
      return new Group(List.copyOf(both), all);
    }
  }
}
