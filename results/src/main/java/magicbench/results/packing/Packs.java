package magicbench.results.packing;

import java.util.List;
import magicbench.results.file.InputException;
import magicbench.results.plan.Plan;

/**
 * How a plan is shared out among the elements of job arrays.
 *
 * @param schemaVersion of the file format
 * @param scale the scale's name
 * @param protocolHash the plan's
 * @param forecast where the predicted times come from, for readers
 * @param stages those that others need first
 */
public record Packs(
    int schemaVersion, String scale, String protocolHash, String forecast, List<Stage> stages) {

  /** The format that this code writes. */
  public static final int SCHEMA_VERSION = 1;

  /** Keeps an immutable copy. */
  public Packs {
    stages = List.copyOf(stages);
  }

  /**
   * One element's share of a plan.
   *
   * @param plan the plan, made by the same claims, scale and settings as these packs
   * @param stage the stage's name
   * @param shard which of its elements
   * @return the ids of the element's own trials
   * @throws InputException when the plan is another one, or there is no such stage or element
   */
  public List<String> share(Plan plan, String stage, Shard shard) {
    if (!plan.scale().equals(scale) || !plan.protocolHash().equals(protocolHash)) {
      throw new InputException(
          "packs of scale " + scale,
          "were made of another plan (claims, settings, data or version differ)",
          "say the same options as when they were made, or make them again");
    }
    Stage found =
        stages.stream()
            .filter(one -> one.name().equals(stage))
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        "packs of scale " + scale,
                        "no stage " + stage,
                        "use one of " + stages.stream().map(Stage::name).toList()));
    if (found.packs().size() != shard.of()) {
      throw new InputException(
          "stage " + stage,
          "has " + found.packs().size() + " elements, not " + shard.of(),
          "say which of those");
    }
    return found.packs().get(shard.number() - 1).trials();
  }
}
