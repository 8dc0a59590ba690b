package magicbench.results.packing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.TreeMap;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Trial;

/**
 * Shares trials out: the longest first, each to whoever has least to do (the rule LPT, Graham 1969,
 * SIAM Journal on Applied Mathematics 17: at most 4/3 of the best possible end). The same trials
 * and predictions give the same packs on every machine.
 */
public final class Packer {

  private static final int NAME = 40;

  private final Map<String, OptionalDouble> seconds = new HashMap<>();
  private final double meanSeconds;

  private Packer(Plan plan, Forecast forecast) {
    plan.trials().forEach(trial -> seconds.put(trial.id(), forecast.seconds(trial)));
    meanSeconds =
        plan.trials().stream()
            .map(trial -> seconds.get(trial.id()))
            .flatMapToDouble(OptionalDouble::stream)
            .average()
            .orElse(0);
  }

  /**
   * Shares a plan out in stages: trials of one kind and level.
   *
   * @param plan the plan
   * @param forecast how long trials take
   * @param mostElements how many elements a stage may have, at least 1
   * @return the packs
   */
  public static Packs stages(Plan plan, Forecast forecast, int mostElements) {
    Packer packer = new Packer(plan, forecast);
    Map<String, Integer> levels = plan.levels();
    Map<Integer, Map<String, List<Trial>>> byLevel = new TreeMap<>();
    for (Trial trial : plan.trials()) {
      byLevel
          .computeIfAbsent(levels.get(trial.id()), any -> new TreeMap<>())
          .computeIfAbsent(trial.kind(), any -> new ArrayList<>())
          .add(trial);
    }
    Map<String, Stage> stageOf = new HashMap<>();
    List<Stage> stages = new ArrayList<>();
    byLevel.forEach(
        (level, kinds) ->
            kinds.forEach(
                (kind, trials) -> {
                  List<Stage> needed = needed(trials, stageOf);
                  Stage stage =
                      new Stage(
                          name(stages.size(), kind),
                          kind,
                          level,
                          needed.stream().map(Stage::name).toList(),
                          trials.stream().anyMatch(forecast::computes)
                              || needed.stream().anyMatch(Stage::computes),
                          packer.packs(trials, Math.min(mostElements, trials.size())));
                  trials.forEach(trial -> stageOf.put(trial.id(), stage));
                  stages.add(stage);
                }));
    return new Packs(
        Packs.SCHEMA_VERSION, plan.scale(), plan.protocolHash(), forecast.source(), stages);
  }

  private static List<Stage> needed(List<Trial> trials, Map<String, Stage> stageOf) {
    Map<String, Stage> byName = new TreeMap<>();
    trials.stream()
        .flatMap(trial -> trial.needs().stream())
        .map(stageOf::get)
        .forEach(stage -> byName.put(stage.name(), stage));
    return List.copyOf(byName.values());
  }

  private static String name(int place, String kind) {
    String word = kind.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String cut = word.substring(0, Math.min(NAME, word.length()));
    return String.format(Locale.ROOT, "%02d-%s", place, cut).replaceAll("-+$", "");
  }

  /**
   * One element's share of a whole plan, where nobody wrote packs down: by floating-point
   * operations alone, so that every machine comes to the same.
   *
   * @param plan the plan
   * @param forecast how long trials take, of their operations alone
   * @param shard which element
   * @return the ids of the element's own trials, none where there are more elements than trials
   */
  public static List<String> share(Plan plan, Forecast forecast, Shard shard) {
    List<Pack> packs = new Packer(plan, forecast).packs(plan.trials(), shard.of());
    return shard.number() > packs.size() ? List.of() : packs.get(shard.number() - 1).trials();
  }

  private List<Pack> packs(List<Trial> trials, int elements) {
    List<Trial> longestFirst =
        trials.stream()
            .sorted(
                Comparator.comparingDouble(
                        (Trial trial) -> -seconds.get(trial.id()).orElse(meanSeconds))
                    .thenComparing(Trial::id))
            .toList();
    PriorityQueue<Load> loads =
        new PriorityQueue<>(
            Comparator.comparingDouble((Load load) -> load.seconds)
                .thenComparingInt(load -> load.trials.size())
                .thenComparingInt(load -> load.place));
    List<Load> all = new ArrayList<>();
    for (int i = 0; i < elements; i++) {
      all.add(new Load(i));
    }
    loads.addAll(all);
    for (Trial trial : longestFirst) {
      Load least = loads.remove();
      least.take(trial, seconds.get(trial.id()), meanSeconds);
      loads.add(least);
    }
    return all.stream().filter(load -> !load.trials.isEmpty()).map(Load::pack).toList();
  }

  /** What one element has to do so far. */
  private static final class Load {

    private final int place;
    private final List<String> trials = new ArrayList<>();
    private double seconds;
    private boolean known = true;

    Load(int place) {
      this.place = place;
    }

    void take(Trial trial, OptionalDouble predicted, double otherwise) {
      trials.add(trial.id());
      seconds += predicted.orElse(otherwise);
      known &= predicted.isPresent();
    }

    Pack pack() {
      return new Pack(known ? seconds : null, trials);
    }
  }
}
