package magicbench.harness.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import magicbench.harness.alignment.Alignment;
import magicbench.harness.alignment.AlignmentMethod;
import magicbench.harness.alignment.NoAlignment;
import magicbench.harness.sampling.PathSampler;
import magicbench.harness.sampling.SamplingMethod;
import magicbench.harness.space.SearchSpace;
import magicbench.harness.task.HeldOutUse;
import magicbench.harness.task.SuperNetTask;
import magicbench.harness.training.Aligning;
import magicbench.harness.training.Recipe;
import magicbench.results.plan.Trial;

/** Trains a super-net under a method and lets it score child models: does it rank them rightly? */
public final class SuperNetExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "super-net";

  /** An experiment. */
  public SuperNetExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, SuperNetSettings.class).device());
  }

  /** Not where child models are aligned: see the open fault in DECISIONS. */
  @Override
  public boolean sharesProcess(Trial trial) {
    return TrialSettings.read(trial, SuperNetSettings.class).alignment() == null;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    SuperNetSettings settings = TrialSettings.read(trial, SuperNetSettings.class);
    return settings.apart()
        ? new ApartRun(settings).of(trial, context)
        : shared(settings, context::alive).of(trial, context);
  }

  private static ScoredRun shared(SuperNetSettings settings, Runnable alive) {
    PathSampler sampler = new WatchedSampler(sampler(settings, settings.searchSpace()), alive);
    return new ScoredRun(
        settings,
        task -> recipe(sampler, aligning(settings, task)),
        questions(settings, kept(settings, sampler)));
  }

  /** Only a space of text's survivors can be searched. */
  private static Keeping kept(SuperNetSettings settings, PathSampler sampler) {
    return settings.images() == null
        ? Keeping.ALL.and(SurvivorsFile.of(settings.space(), sampler))
        : Keeping.ALL;
  }

  private static ScoredTraining.Questions questions(SuperNetSettings settings, Keeping kept) {
    return new ScoredTraining.Questions(
        settings.training(),
        settings.children(),
        settings.scoring(),
        HeldOutUse.SCORE,
        settings.probePlan(),
        kept);
  }

  static PathSampler sampler(SuperNetSettings settings, SearchSpace space) {
    SuperNetSettings.Named named = settings.sampler();
    SamplingMethod method =
        Services.named(SamplingMethod.class, SamplingMethod::name, "sampler", named.name());
    return Services.made(KIND, "sampler", () -> method.create(space, own(named)));
  }

  static Recipe recipe(PathSampler sampler, Aligning aligning) {
    return Services.made(KIND, "alignment", () -> new Recipe(sampler, aligning));
  }

  private static Aligning aligning(SuperNetSettings settings, SuperNetTask task) {
    return new Aligning(
        alignment(settings), task.heldOut(HeldOutUse.SELECTION, settings.selectionBatches()));
  }

  static Alignment alignment(SuperNetSettings settings) {
    SuperNetSettings.Named named = settings.alignment();
    if (named == null) {
      return new NoAlignment();
    }
    AlignmentMethod method =
        Services.named(AlignmentMethod.class, AlignmentMethod::name, "alignment", named.name());
    return Services.made(KIND, "alignment", () -> method.create(own(named)));
  }

  private static JsonNode own(SuperNetSettings.Named named) {
    return named.settings() == null ? JsonNodeFactory.instance.objectNode() : named.settings();
  }
}
