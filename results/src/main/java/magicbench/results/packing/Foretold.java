package magicbench.results.packing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import magicbench.results.record.RunRecord;

/**
 * What was predicted against what was measured.
 *
 * @param what a kind of trial or a stage
 * @param parts how many trials or elements are compared: those of which both is known
 * @param predictedSeconds of all of them together
 * @param tookSeconds of all of them together
 * @param longestTookSeconds of the longest one
 */
public record Foretold(
    String what,
    int parts,
    double predictedSeconds,
    double tookSeconds,
    double longestTookSeconds) {

  /**
   * How far off the prediction was.
   *
   * @return what was measured by what was predicted, 1 where it came true; empty where nothing was
   *     predicted
   */
  public OptionalDouble factor() {
    return predictedSeconds > 0
        ? OptionalDouble.of(tookSeconds / predictedSeconds)
        : OptionalDouble.empty();
  }

  /**
   * Trial by trial.
   *
   * @param forecast predicts
   * @param records of trials that ran
   * @return one a kind, by its name
   */
  public static List<Foretold> ofTrials(Forecast forecast, Collection<RunRecord> records) {
    Map<String, Foretold> byKind = new TreeMap<>();
    for (RunRecord record : records) {
      OptionalDouble predicted = forecast.seconds(record.trial());
      Optional<Double> took = seconds(record);
      if (predicted.isPresent() && took.isPresent()) {
        String kind = record.trial().kind();
        byKind.merge(
            kind, one(kind, predicted.getAsDouble(), took.get()), (all, next) -> all.and(next));
      }
    }
    return List.copyOf(byKind.values());
  }

  /**
   * Element by element.
   *
   * @param packs what each element ran, and was predicted to take
   * @param recordsById the records that are there
   * @return one a stage of which an element has all its records, in the order of the stages
   */
  public static List<Foretold> ofElements(Packs packs, Map<String, RunRecord> recordsById) {
    List<Foretold> stages = new ArrayList<>();
    for (Stage stage : packs.stages()) {
      stage.packs().stream()
          .flatMap(pack -> ofElement(stage.name(), pack, recordsById).stream())
          .reduce(Foretold::and)
          .ifPresent(stages::add);
    }
    return stages;
  }

  private static Optional<Foretold> ofElement(
      String stage, Pack pack, Map<String, RunRecord> recordsById) {
    double took = 0;
    for (String id : pack.trials()) {
      Optional<Double> seconds =
          Optional.ofNullable(recordsById.get(id)).flatMap(Foretold::seconds);
      if (seconds.isEmpty() || pack.seconds() == null) {
        return Optional.empty();
      }
      took += seconds.get();
    }
    return Optional.of(one(stage, pack.seconds(), took));
  }

  private static Foretold one(String what, double predicted, double took) {
    return new Foretold(what, 1, predicted, took, took);
  }

  private Foretold and(Foretold other) {
    return new Foretold(
        what,
        parts + other.parts,
        predictedSeconds + other.predictedSeconds,
        tookSeconds + other.tookSeconds,
        Math.max(longestTookSeconds, other.longestTookSeconds));
  }

  private static Optional<Double> seconds(RunRecord record) {
    return Optional.ofNullable(record.provenance().cost().wallSeconds());
  }
}
