package magicbench.harness.experiment;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.space.Layout;
import magicbench.harness.supernet.ChainSuperNet;
import magicbench.harness.training.ChildWeights;
import magicbench.harness.training.Lessons;
import magicbench.harness.training.LiveTeacher;
import magicbench.results.file.BoundedInput;
import magicbench.results.file.InputException;
import magicbench.results.file.WholeFile;
import magicbench.results.plan.Seeds;

/**
 * A trained network that other trials are taught by while it runs beside them.
 *
 * @param settings what it is said to be
 * @param lessons what is learnt of it
 * @param text how its texts are cut, as those of the learner are
 * @param files what the trial left that trained it
 */
record TeacherModel(
    LiveTeacherSettings settings, Lessons lessons, InterferenceSettings.Text text, Left files) {

  private static final String WEIGHTS_END = "-child.safetensors";
  private static final String CORPUS = "corpus-identity.txt";
  private static final int MAX_BYTES = 1 << 10;
  private static final String LAYOUT_END = "-layout.json";

  /**
   * Files of one folder, which also holds an encoder where the network has its own word pieces.
   *
   * @param weights its weights
   * @param layout its layout
   */
  record Left(Path weights, Path layout) {

    /** What a pre-training left. */
    static Left ofPreTraining(Path weights) {
      return new Left(weights, weights.resolveSibling(LayoutFile.NAME));
    }

    /** What the fine-tuning left that left these answers; of its own names, with an encoder. */
    static Left beside(Path answers) {
      String stem = answers.getFileName().toString().replaceFirst("[.][^.]*$", "");
      return new Left(
          answers.resolveSibling(stem + WEIGHTS_END), answers.resolveSibling(stem + LAYOUT_END));
    }
  }

  /**
   * Leaves which corpus a teacher is trained on: its word pieces are of that one.
   *
   * @param artifact the writing trial's output
   * @param identity the corpus's
   */
  static void leaveCorpus(Path artifact, String identity) {
    WholeFile.write(artifact.resolve(CORPUS), identity);
  }

  /**
   * Refuses a teacher of ours that was trained on another corpus; a published one has an encoder.
   *
   * @param identity the learner's corpus
   * @param kind the learner's kind of trial, for messages
   * @throws InputException when it was, or nothing tells
   */
  void requireCorpus(String identity, String kind) {
    Path own = files.weights().resolveSibling(CORPUS);
    if (TextEncoder.isIn(own.getParent())) {
      return;
    }
    String found = read(own);
    if (!found.equals(identity)) {
      throw new InputException(
          own.toString(),
          "names another corpus than that of " + kind + ": its word pieces may be others",
          "let both need the same tokenise");
    }
  }

  private static String read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(BoundedInput.read(file.toString(), in, MAX_BYTES), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new InputException(
          file.toString(),
          "could not be read, which tells what the teacher was trained on",
          "run again the trial that left the teacher",
          e);
    }
  }

  /**
   * Leaves a fine-tuned network for those that it teaches.
   *
   * @param answers what it said of its task, as it was left
   * @param layout its layout
   * @param encoder the folder of its encoder
   * @return writes its weights at the end
   */
  static Keeping keeping(Path answers, Layout layout, Path encoder) {
    Left files = Left.beside(answers);
    return (net, artifact) -> {
      ChildWeights.write(files.weights(), net, layout.child());
      LayoutFile.writeTo(files.layout(), layout);
      TextEncoder.copy(encoder, artifact);
    };
  }

  /**
   * Refuses a teacher that can't teach this learner.
   *
   * @param learner the learner's layout
   * @param encoder the folder of the learner's encoder
   * @param kind the learner's kind of trial, for messages
   * @throws InputException when attention is to be learnt and one of the two has none, when the
   *     teacher's weights are of another network than the settings say, or its word pieces others
   */
  void check(Layout learner, Path encoder, String kind) {
    if (lessons.attentionWeight() > 0) {
      requireAttention(kind, "teacher", settings.layout());
      requireAttention(kind, "child model", learner);
    }
    if (!Files.exists(files.layout())) {
      throw new InputException(
          files.layout().toString(),
          "is missing: the teacher left no model",
          "set leavesModel in its teacher-tuning's settings");
    }
    if (!LayoutFile.read(files.layout()).isSameNetwork(settings.layout())) {
      throw new InputException(
          files.layout().toString(),
          "is of another network than the settings' teacher",
          "give its space and architecture as the trial has them that left its weights");
    }
    Path own = files.weights().getParent();
    if (TextEncoder.isIn(own) && !TextEncoder.haveSamePieces(own, encoder)) {
      throw new InputException(
          own.toString(),
          "has other word pieces than the learner, whose places it is to tell of",
          "give both the same vocabulary, or let the teacher leave answers only");
    }
  }

  private static void requireAttention(String kind, String whose, Layout layout) {
    if (LiveTeacher.lastAttention(layout.space().space(), layout.child()).isEmpty()) {
      throw new InputException(
          "settings of " + kind + ", field teacher.attentionWeight",
          "is above 0, but the " + whose + " " + layout.architecture() + " has no attention",
          "set it to 0, or take one that has (a search with keeps: mha finds some)");
    }
  }

  /**
   * The teacher with its weights.
   *
   * @param manager what they are put under, and freed with
   * @throws InputException when they are damaged or don't fit
   */
  Optional<LiveTeacher> under(NDManager manager) {
    Layout layout = settings.layout();
    ChainSuperNet net =
        new ChainSuperNet(
            settings.size(text), new Seeds(0), manager); // the teacher's are overwritten
    ChildWeights.read(files.weights(), net, layout.child());
    return Optional.of(new LiveTeacher(net, layout.child(), lessons));
  }
}
