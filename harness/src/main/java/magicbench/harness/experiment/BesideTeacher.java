package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import java.nio.file.Path;
import java.util.Optional;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.space.Layout;
import magicbench.harness.supernet.SuperNet;
import magicbench.harness.task.MlmTask;
import magicbench.harness.training.BatchSource;
import magicbench.harness.training.ChildWeights;
import magicbench.harness.training.Lessons;
import magicbench.harness.training.LiveTeacher;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;

/**
 * A pre-training whose teacher runs beside it. The batches stay as they are.
 *
 * @param settings the pre-training's
 * @param needs what was left: the teacher's weights, and its word pieces where it was published
 */
record BesideTeacher(PreTrainingSettings settings, Needs needs) implements ScoredRun.Teaching {

  /**
   * Refuses what can't teach this child model.
   *
   * @param layout the child model
   * @throws InputException when attention is to be learnt and one of the two has none, when the
   *     teacher's weights are of another network than the settings say, or its word pieces others
   */
  void check(Layout layout) {
    Layout teacher = settings.teacher().layout();
    if (settings.teacher().attentionWeight() > 0) {
      requireAttention("teacher", teacher);
      requireAttention("child model", layout);
    }
    Path left = weights().resolveSibling(LayoutFile.NAME);
    if (!LayoutFile.read(left).isSameNetwork(teacher)) {
      throw new InputException(
          left.toString(),
          "is of another network than the settings' teacher",
          "give its space and architecture as the trial has them that left its weights");
    }
    Path own = weights().getParent();
    if (TextEncoder.isIn(own) && !TextEncoder.haveSamePieces(own, needs.corpusFolder())) {
      throw new InputException(
          own.toString(),
          "has other word pieces than the corpus, whose places it is to tell of",
          "tokenise with vocabularySize " + settings.text().vocabularySize() + " as it has them");
    }
  }

  private void requireAttention(String whose, Layout layout) {
    if (LiveTeacher.lastAttention(layout.space().space(), layout.child()).isEmpty()) {
      throw new InputException(
          "settings of " + needs.trial().kind() + ", field attentionWeight",
          "is above 0, but the " + whose + " " + layout.architecture() + " has no attention",
          "set it to 0, or let the search keep mha");
    }
  }

  private Path weights() {
    return needs.ofTeacher(Keeping.CHILD_WEIGHTS, TeacherTrainingExperiment.KIND);
  }

  @Override
  public BatchSource of(MlmTask task, BatchSource batches) {
    return batches;
  }

  @Override
  public Optional<LiveTeacher> beside(NDManager manager) {
    Layout layout = settings.teacher().layout();
    Lessons lessons = settings.teacher().lessons(settings.softShare());
    SuperNet net =
        new SuperNet(
            settings.teacher().size(settings.text()), new Seeds(0), manager); // overwritten
    ChildWeights.read(weights(), net, layout.child());
    return Optional.of(new LiveTeacher(net, layout.child(), lessons));
  }
}
