package magicbench.results.verdict;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.results.stats.TestResult;

/**
 * Everything that a verdict rests on.
 *
 * @param statistic the decisive estimator's name, for instance {@code Spearman's rho}
 * @param alternativeStatistic the name of the one shown beside it, for instance {@code Kendall's
 *     tau-b}
 * @param effect the decisive estimate, signed as measured
 * @param perSeed the same number for each super-net seed, by seed
 * @param test the exact test over super-net seeds
 * @param adjustedPValue its p-value after Holm's correction over the claim's family
 * @param otherTests tests shown beside it, for instance the monotone-trend test
 * @param alternatives other estimators of the same effect (Kendall's tau, pooled, ...)
 * @param breakdowns the effect per layer, per operator kind, ...
 * @param curve the dose-response curve at the decisive stage
 * @param stages the effect along training, untrained first
 * @param learned the paired difference between the decisive stage and the untrained super-net;
 *     empty where the effect is undefined untrained
 * @param learnedStatement the untrained effect, the decisive one and their difference, compared in
 *     words
 * @param measurements further numbers for readers (interventions, noise floor, losses, ...)
 */
public record Evidence(
    String statistic,
    String alternativeStatistic,
    Estimate effect,
    SortedMap<Long, Double> perSeed,
    TestResult test,
    double adjustedPValue,
    List<TestResult> otherTests,
    List<Estimate> alternatives,
    List<Breakdown> breakdowns,
    DoseResponse curve,
    List<Stage> stages,
    Optional<Estimate> learned,
    String learnedStatement,
    List<Estimate> measurements) {

  /** Keeps immutable copies. */
  public Evidence {
    perSeed = Collections.unmodifiableSortedMap(new TreeMap<>(perSeed));
    otherTests = List.copyOf(otherTests);
    alternatives = List.copyOf(alternatives);
    breakdowns = List.copyOf(breakdowns);
    stages = List.copyOf(stages);
    measurements = List.copyOf(measurements);
  }

  /**
   * The effect in the untrained super-net.
   *
   * @return empty where it is undefined or no stage is untrained
   */
  public Optional<Estimate> untrained() {
    return stages.stream()
        .filter(stage -> stage.trainedShare() == 0)
        .findFirst()
        .flatMap(Stage::effect);
  }

  /** The same with another adjusted p-value. */
  Evidence withAdjustedPValue(double adjusted) {
    return new Evidence(
        statistic,
        alternativeStatistic,
        effect,
        perSeed,
        test,
        adjusted,
        otherTests,
        alternatives,
        breakdowns,
        curve,
        stages,
        learned,
        learnedStatement,
        measurements);
  }
}
