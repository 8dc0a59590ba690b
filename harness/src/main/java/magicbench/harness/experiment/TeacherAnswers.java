package magicbench.harness.experiment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import magicbench.harness.data.LabelledExample;
import magicbench.harness.data.TextTask;
import magicbench.harness.training.Safetensors;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;

/**
 * What a teacher says of a task's training examples: made once, read by every child model that
 * learns from it.
 */
final class TeacherAnswers {

  private static final String ARRAY = "answers";
  private static final String TASK = "task";
  private static final String EXAMPLES = "examplesSha256";
  private static final String REMEDY = "delete it and run again the trial that wrote it";

  private final float[][] answers;

  /**
   * Answers.
   *
   * @param answers for each example the scores of its classes before a softmax, or its score from 0
   *     to 1
   */
  TeacherAnswers(float[][] answers) {
    this.answers = answers;
  }

  /** The file's name within the output of the trial that made it. */
  static String name(String task) {
    return "teacher-" + task + ".safetensors";
  }

  /**
   * Writes them.
   *
   * @param artifact the writing trial's output
   * @param task what was asked
   * @param examples of what, in the order of the answers
   * @throws InputException when the disk refuses
   */
  void write(Path artifact, TextTask task, List<LabelledExample> examples) {
    SortedMap<String, String> metadata = new TreeMap<>();
    metadata.put(TASK, task.title());
    metadata.put(EXAMPLES, hash(examples));
    SortedMap<String, Safetensors.Source> arrays = new TreeMap<>();
    arrays.put(ARRAY, new Rows(answers));
    Safetensors.write(artifact.resolve(name(task.title())), metadata, arrays);
  }

  /**
   * Reads them.
   *
   * @param file what {@link #write} wrote
   * @param task the task that they must be of
   * @param examples the examples that they must be of, in their order
   * @throws InputException when the file is damaged, or of another task or other examples
   */
  static TeacherAnswers read(Path file, TextTask task, List<LabelledExample> examples) {
    Safetensors stored = Safetensors.open(file);
    stored.verify();
    SortedMap<String, String> metadata = stored.metadata();
    List<Long> shape = stored.shapes().getOrDefault(ARRAY, List.of());
    boolean fits =
        task.title().equals(metadata.get(TASK))
            && hash(examples).equals(metadata.get(EXAMPLES))
            && shape.equals(List.of((long) examples.size(), (long) outputs(task)));
    if (!fits) {
      throw new InputException(
          file.toString(),
          "tells of other examples than are trained on",
          "give the teacher the same task and mostExamples as those that it teaches");
    }
    float[] flat = stored.values(ARRAY);
    if (!allFinite(flat)) {
      throw new InputException(file.toString(), "holds numbers that aren't finite", REMEDY);
    }
    return new TeacherAnswers(rows(flat, outputs(task)));
  }

  private static boolean allFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  private static int outputs(TextTask task) {
    return Math.max(1, task.labels().size());
  }

  private static float[][] rows(float[] flat, int columns) {
    float[][] rows = new float[flat.length / columns][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(flat, row * columns, (row + 1) * columns);
    }
    return rows;
  }

  private static String hash(List<LabelledExample> examples) {
    return Hashes.sha256(Json.canonical(examples).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What a child model is to learn from them.
   *
   * @param task whose answers they are
   * @return the probabilities of each example's classes, or its score
   */
  float[][] soft(TextTask task) {
    return task.labels().isEmpty()
        ? answers
        : Arrays.stream(answers).map(TeacherAnswers::probabilities).toArray(float[][]::new);
  }

  private static float[] probabilities(float[] scores) {
    double highest = Double.NEGATIVE_INFINITY;
    for (float score : scores) {
      highest = Math.max(highest, score);
    }
    double[] weights = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      weights[i] = StrictMath.exp(scores[i] - highest);
      sum += weights[i];
    }
    float[] probabilities = new float[scores.length];
    for (int i = 0; i < scores.length; i++) {
      probabilities[i] = (float) (weights[i] / sum);
    }
    return probabilities;
  }

  /** Rows of equal length as one array of a file. */
  private static final class Rows implements Safetensors.Source {

    private final float[][] rows;

    Rows(float[][] rows) {
      this.rows = rows;
    }

    @Override
    public long[] shape() {
      return new long[] {rows.length, rows[0].length};
    }

    @Override
    public float[] values() {
      float[] flat = new float[rows.length * rows[0].length];
      for (int row = 0; row < rows.length; row++) {
        System.arraycopy(rows[row], 0, flat, row * rows[0].length, rows[0].length);
      }
      return flat;
    }
  }
}
