package magicbench.harness.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import magicbench.harness.probe.ProbePlan;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.training.TrainingSettings;

/**
 * The settings of a super-net that is trained and then scores child models.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param space the search space of a network of text
 * @param text what the corpus must have been cut to
 * @param training how the super-net is trained
 * @param sampler which child models are trained
 * @param alignment what they are aligned with; null for nothing
 * @param selectionBatches how many held-out batches choose an anchor, or what a sampler gives up,
 *     at least 1
 * @param architectures the child models to be scored, as text, at least 2, each once
 * @param scoring when and on how much
 * @param probe how much is probed at the end; null for nothing
 * @param apart whether the child models share nothing, see {@link ApartRun}; null for false
 * @param images the images and their space, in the place of space and text; null for text
 */
record SuperNetSettings(
    String device,
    SpaceSettings space,
    InterferenceSettings.Text text,
    TrainingSettings training,
    Named sampler,
    Named alignment,
    int selectionBatches,
    List<String> architectures,
    Scoring scoring,
    Probe probe,
    Boolean apart,
    ImageSettings images)
    implements ScoredSettings {

  SuperNetSettings {
    require(device != null, "device is missing");
    SearchSpace searched = SubjectSettings.searched(space, text, images);
    require(training != null, "training is missing");
    require(sampler != null, "sampler is missing");
    require(selectionBatches >= 1, "selectionBatches is " + selectionBatches);
    require(architectures != null && architectures.size() >= 2, "architectures has fewer than 2");
    architectures = List.copyOf(architectures);
    require(
        new HashSet<>(architectures).size() == architectures.size(),
        "architectures names one of them twice");
    require(scoring != null, "scoring is missing");
    apart = apart != null && apart;
    require(
        !apart || training.steps() >= architectures.size(),
        "training has fewer steps than there are architectures to be trained apart");
    for (String architecture : architectures) {
      searched.check(Architecture.parse(architecture));
    }
  }

  /**
   * A service and its own settings.
   *
   * @param name the service's name
   * @param settings an object; null or empty for the defaults
   */
  record Named(String name, JsonNode settings) {

    Named {
      require(name != null, "name is missing");
      require(settings == null || settings.isObject(), "settings of " + name + " are no object");
    }
  }

  /**
   * How much is probed at the end.
   *
   * @param bases see {@link ProbePlan}
   */
  record Probe(int bases) {

    Probe {
      require(bases >= 1, "bases is " + bases);
    }

    ProbePlan plan() {
      return new ProbePlan(bases, 0, 0);
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** The same, trained otherwise. */
  SuperNetSettings with(TrainingSettings other) {
    return new SuperNetSettings(
        device,
        space,
        text,
        other,
        sampler,
        alignment,
        selectionBatches,
        architectures,
        scoring,
        probe,
        false,
        images);
  }

  List<Architecture> children() {
    return architectures.stream().map(Architecture::parse).toList();
  }

  Optional<ProbePlan> probePlan() {
    return Optional.ofNullable(probe).map(Probe::plan);
  }
}
