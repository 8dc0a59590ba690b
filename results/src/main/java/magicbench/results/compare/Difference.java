package magicbench.results.compare;

import java.util.Optional;
import magicbench.results.stats.Interval;
import magicbench.results.stats.TestResult;

/**
 * How far an effect moved, over seeds.
 *
 * @param value the mean over seeds after, less the mean before, in the effect's unit
 * @param interval where it may lie; empty where seeds tell no spread
 * @param paired whether seeds were compared one by one
 * @param seedsBefore how many the first mean rests on
 * @param seedsAfter how many the second one rests on
 * @param test whether it may be chance; empty where no test could be made
 * @param adjustedPValue its p-value after Holm's correction over the claims of the comparison
 * @param how in words: paired or not and why, which interval, which test
 */
public record Difference(
    double value,
    Optional<Interval> interval,
    boolean paired,
    int seedsBefore,
    int seedsAfter,
    Optional<TestResult> test,
    Optional<Double> adjustedPValue,
    String how) {

  Difference adjusted(double pValue) {
    return new Difference(
        value, interval, paired, seedsBefore, seedsAfter, test, Optional.of(pValue), how);
  }
}
