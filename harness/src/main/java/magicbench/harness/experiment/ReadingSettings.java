package magicbench.harness.experiment;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import magicbench.harness.data.ReadingTask;
import magicbench.harness.space.Architecture;
import magicbench.harness.space.NetworkSize;
import magicbench.harness.space.SpaceSettings;
import magicbench.harness.task.ReadingShape;

/**
 * The settings of one child model that is fine-tuned to find answers in texts.
 *
 * @param device {@code auto}, {@code cpu} or {@code gpu}
 * @param space the child model's search space
 * @param text what the corpus of the pre-training must have been cut to
 * @param architecture the child model, as text; null where the pre-training left the layout
 * @param squad the folder that holds SQuAD's files; null for a task that the build brings along
 * @param task the task's title
 * @param mostExamples the most questions that are trained on, at least 1: the same ones for every
 *     seed and child model; null for all
 * @param stride how many pieces of a text a window begins behind the one before it
 * @param mostQuestionPieces where a question is cut off
 * @param mostAnswerPieces the most pieces of an answer, at least 1
 * @param recipe how it is trained
 */
record ReadingSettings(
    String device,
    SpaceSettings space,
    InterferenceSettings.Text text,
    String architecture,
    String squad,
    String task,
    Integer mostExamples,
    int stride,
    int mostQuestionPieces,
    int mostAnswerPieces,
    FineTuningRecipe recipe) {

  private static final int ENTITIES_PIECES = 220;
  private static final int SQUAD_PIECES = 150;

  ReadingSettings {
    require(device != null, "device is missing");
    require(space != null, "space is missing");
    require(text != null, "text is missing");
    require(task != null, "task is missing");
    require(recipe != null, "recipe is missing");
    require(
        mostExamples == null || mostExamples >= 1,
        "mostExamples is " + mostExamples + "; it must be at least 1");
    require(
        mostAnswerPieces >= 1,
        "mostAnswerPieces is " + mostAnswerPieces + "; it must be at least 1");
    if (architecture != null) {
      space.space().check(Architecture.parse(architecture));
    }
    require(titles(squad).contains(task), "task is " + task + ", none of " + titles(squad));
    new ReadingShape(text.sequenceLength(), stride, mostQuestionPieces);
  }

  private static List<String> titles(String squad) {
    return Arrays.stream(ReadingTask.values())
        .filter(task -> task.isEmbedded() == (squad == null))
        .map(ReadingTask::title)
        .toList();
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  ReadingTask readingTask() {
    return Arrays.stream(ReadingTask.values())
        .filter(each -> each.title().equals(task))
        .findFirst()
        .orElseThrow();
  }

  ReadingShape shape() {
    return new ReadingShape(text.sequenceLength(), stride, mostQuestionPieces);
  }

  Path squadPath() {
    return Path.of(squad);
  }

  NetworkSize size() {
    return new NetworkSize(space.space(), text.vocabularySize(), text.sequenceLength());
  }

  /**
   * About how many windows are trained on; empty where neither settings nor a catalogue tell. The
   * build's own texts are sentences, and of entities about {@value #ENTITIES_PIECES} pieces; those
   * of SQuAD about {@value #SQUAD_PIECES}, as words and marks in XQuAD's English part.
   */
  OptionalInt roughExamples() {
    OptionalInt all = readingTask().trainingQuestions();
    if (mostExamples == null && all.isEmpty()) {
      return OptionalInt.empty();
    }
    int questions =
        mostExamples == null ? all.getAsInt() : Math.min(mostExamples, all.orElse(mostExamples));
    return OptionalInt.of(questions * roughWindows());
  }

  private int roughWindows() {
    int pieces =
        switch (readingTask()) {
          case SQUAD_1, SQUAD_2 -> SQUAD_PIECES;
          case ENTITIES -> ENTITIES_PIECES;
          case ERROR_SPAN, ERROR_OR_NONE -> 1;
        };
    return Math.max(1, pieces / stride);
  }
}
