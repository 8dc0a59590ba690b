package magicbench.harness.experiment;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.data.Corpus;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.Layout;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.supernet.TokenArrays;
import magicbench.harness.task.MlmTask;
import magicbench.harness.training.ChildWeights;
import magicbench.harness.training.TokenBatch;
import magicbench.results.plan.Seeds;
import magicbench.results.plan.Trial;
import magicbench.results.record.Outcome;

/**
 * Asks a trained masked language model about every batch that a seed's pre-trainings are trained
 * on, once, and leaves its likeliest pieces for all that learn from it.
 */
public final class TeacherTokensExperiment implements Experiment {

  /** The kind of trial. */
  public static final String KIND = "teacher-tokens";

  /** An experiment. */
  public TeacherTokensExperiment() {}

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public DeviceKind device(Trial trial) {
    return DeviceKind.of(TrialSettings.read(trial, TeacherTokensSettings.class).device());
  }

  @Override
  public boolean sharesProcess(Trial trial) {
    return true;
  }

  @Override
  public TrialResult run(Trial trial, ExperimentContext context) {
    TeacherTokensSettings settings = TrialSettings.read(trial, TeacherTokensSettings.class);
    Needs needs = new Needs(trial, context);
    Path weights = needs.ofTeacher(Keeping.CHILD_WEIGHTS, TeacherTrainingExperiment.KIND);
    Layout layout = ChildLayout.of(settings.space(), settings.architecture(), needs);
    Corpus corpus = needs.corpus(settings.text());
    int sequence = settings.text().sequenceLength();
    MlmTask task = new MlmTask(corpus, sequence, settings.batch());
    Seeds seeds = new Seeds(trial.seed());
    try (NDManager manager = NDManager.newBaseManager(DeviceKind.of(settings.device()).device());
        ChainSuperNet net =
            new ChainSuperNet(
                layout.size(settings.text().vocabularySize(), sequence), seeds, manager)) {
      ChildWeights.read(weights, net, layout.child());
      long start = System.nanoTime();
      Told told = new Asking(settings, net, layout.child(), task, context).of(seeds);
      TeacherKnowledge.require(told.loss(), corpus.summary().validationCrossEntropyNats());
      TeacherTokens.write(
          context.artifact(),
          new TeacherTokens.Asked(
              corpus.summary().identity(), trial.seed(), settings.batch(), sequence),
          told.steps(),
          settings.top());
      return result(layout, settings, told, PacedTraining.secondsSince(start));
    }
  }

  private static TrialResult result(
      Layout layout, TeacherTokensSettings settings, Told told, double seconds) {
    SortedMap<String, Double> metrics = new TreeMap<>();
    metrics.put("teacherLoss", told.loss());
    metrics.put("keptProbability", told.kept());
    metrics.put("teachingSeconds", seconds);
    metrics.put("teachingSteps", (double) told.steps().size());
    metrics.put(
        "teacherParameters",
        (double)
            layout
                .size(settings.text().vocabularySize(), settings.text().sequenceLength())
                .parameters(layout.child()));
    return new TrialResult(
        Outcome.COMPLETED, "", metrics, new TreeMap<>(), new TreeMap<>(), List.of());
  }

  /**
   * What the teacher said.
   *
   * @param steps its likeliest pieces
   * @param loss its cross-entropy with the masked tokens, in nats
   * @param kept the mean probability of the pieces that were kept, 0 to 1
   */
  private record Told(List<TeacherTokens.Step> steps, double loss, double kept) {}

  /** Asks it. */
  private record Asking(
      TeacherTokensSettings settings,
      ChainSuperNet net,
      Architecture teacher,
      MlmTask task,
      ExperimentContext context) {

    private static final int TELLINGS = 50;

    Told of(Seeds seeds) {
      List<TeacherTokens.Step> steps = new ArrayList<>();
      double loss = 0;
      double kept = 0;
      for (int step = 0; step < settings.steps(); step++) {
        try (NDManager scope = net.newScope()) {
          TokenBatch batch = task.trainingBatch(seeds, step);
          TokenArrays arrays = batch.arrays(scope);
          NDArray logits = net.logits(teacher, arrays);
          loss += net.crossEntropy(logits, arrays).getFloat() / settings.steps();
          NDList top = logits.topK(settings.top(), 1);
          NDArray scores = top.get(0);
          kept += kept(logits, scores) / settings.steps();
          steps.add(
              new TeacherTokens.Step(
                  batch, floats(top.get(1).toLongArray()), scores.softmax(-1).toFloatArray()));
        }
        told(step);
      }
      return new Told(steps, loss, kept);
    }

    /** How much of all probability the kept scores hold, as a mean over the places. */
    private static float kept(NDArray logits, NDArray scores) {
      int[] pieces = {1};
      NDArray highest = scores.max(pieces, true);
      NDArray all = logits.sub(highest).exp().sum(pieces);
      return scores.sub(highest).exp().sum(pieces).div(all).mean().getFloat();
    }

    private void told(int step) {
      if (step % Math.max(1, settings.steps() / TELLINGS) == 0) {
        context.moved((double) step / settings.steps(), "teaching, step " + step);
      } else {
        context.alive();
      }
    }

    private static float[] floats(long[] ids) {
      float[] floats = new float[ids.length];
      for (int i = 0; i < ids.length; i++) {
        floats[i] = ids[i];
      }
      return floats;
    }
  }
}
