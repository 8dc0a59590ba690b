package magicbench.harness.experiment;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
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
  private static final String SCORE = "score";
  private static final String CHANCE = "chanceScore";
  private static final String REMEDY = "delete it and run again the trial that wrote it";

  private final float[][] answers;
  private final Scored scored;

  /**
   * How good a teacher is on what is scored on, which none that it teaches sees.
   *
   * @param score in points
   * @param chance what knows nothing scores
   */
  record Scored(double score, double chance) {}

  /**
   * Answers.
   *
   * @param answers for each example the scores of its classes before a softmax, or its score, which
   *     a network may miss beyond 0 and 1
   * @param scored how good who gave them is
   */
  TeacherAnswers(float[][] answers, Scored scored) {
    this.answers = answers;
    this.scored = scored;
  }

  Scored scored() {
    return scored;
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
   * @throws IllegalStateException when one isn't finite
   * @throws InputException when the disk refuses
   */
  void write(Path artifact, TextTask task, List<LabelledExample> examples) {
    if (!Arrays.stream(answers).allMatch(TeacherAnswers::allFinite)) {
      throw new IllegalStateException("the teacher answered with numbers that aren't finite");
    }
    SortedMap<String, String> metadata = new TreeMap<>();
    metadata.put(SCORE, Double.toString(scored.score()));
    metadata.put(CHANCE, Double.toString(scored.chance()));
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
    requireSame(file, "task", task.title(), metadata.get(TASK));
    requireSame(file, "examples with SHA-256", hash(examples), metadata.get(EXAMPLES));
    requireSame(
        file,
        "answers of shape",
        List.of((long) examples.size(), (long) outputs(task)).toString(),
        shape.toString());
    float[] flat = stored.values(ARRAY);
    if (!allFinite(flat)) {
      throw new InputException(file.toString(), "holds numbers that aren't finite", REMEDY);
    }
    return new TeacherAnswers(
        rows(flat, outputs(task)),
        new Scored(number(file, metadata, SCORE), number(file, metadata, CHANCE)));
  }

  private static void requireSame(Path file, String what, String wanted, String found) {
    if (!wanted.equals(found)) {
      throw new InputException(
          file.toString(),
          "has the " + what + " " + found + ", where " + wanted + " is trained on",
          "give the teacher the same task and mostExamples as those that it teaches");
    }
  }

  private static double number(Path file, SortedMap<String, String> metadata, String name) {
    try {
      return Double.parseDouble(metadata.getOrDefault(name, "missing"));
    } catch (NumberFormatException e) {
      throw new InputException(file.toString(), name + " is no number", REMEDY, e);
    }
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

  /** One after the other: all of them in one text may not fit into memory. */
  private static String hash(List<LabelledExample> examples) {
    MessageDigest digest = Hashes.newDigest();
    for (LabelledExample example : examples) {
      digest.update(Json.canonical(example).getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * What a child model is to learn from them.
   *
   * @param task whose answers they are
   * @return the probabilities of each example's classes, or its score as it was given
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
