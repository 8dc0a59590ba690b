package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import magicbench.harness.data.EmbeddedTask;
import magicbench.harness.data.LabelledExample;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeacherAnswersTest {

  private static final List<LabelledExample> EXAMPLES =
      List.of(example(1, "a dog", 1), example(2, "a tree", 0));

  private static final TeacherAnswers.Scored SCORED = new TeacherAnswers.Scored(61.5, 50);

  @TempDir private Path folder;

  private Path file;

  private static LabelledExample example(int line, String text, double target) {
    return new LabelledExample(line, text, Optional.of("an animal"), OptionalDouble.of(target));
  }

  @BeforeEach
  void write() {
    new TeacherAnswers(new float[][] {{0, (float) Math.log(3)}, {7, 7}}, SCORED)
        .write(folder, EmbeddedTask.KIND_OF, EXAMPLES);
    file = folder.resolve("teacher-kind-of.safetensors");
  }

  @Test
  void a_student_learns_probabilities_of_what_was_written() {
    float[][] soft =
        TeacherAnswers.read(file, EmbeddedTask.KIND_OF, EXAMPLES).soft(EmbeddedTask.KIND_OF);

    assertThat(soft[0]).containsExactly(new float[] {0.25f, 0.75f}, within(1e-6f));
    assertThat(soft[1]).containsExactly(new float[] {0.5f, 0.5f}, within(1e-6f));
  }

  @Test
  void a_score_is_learnt_as_it_is() {
    TeacherAnswers scores = new TeacherAnswers(new float[][] {{0.3f}, {1.2f}}, SCORED);
    scores.write(folder, EmbeddedTask.NEARNESS, EXAMPLES);
    Path written = folder.resolve("teacher-nearness.safetensors");

    assertThat(
            TeacherAnswers.read(written, EmbeddedTask.NEARNESS, EXAMPLES)
                .soft(EmbeddedTask.NEARNESS))
        .isDeepEqualTo(new float[][] {{0.3f}, {1.2f}});
  }

  @Test
  void other_examples_are_refused_even_one_target_of_them() {
    List<LabelledExample> others = List.of(EXAMPLES.get(0), example(2, "a tree", 1));

    assertThatThrownBy(() -> TeacherAnswers.read(file, EmbeddedTask.KIND_OF, others))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has the examples with SHA-256 ");
  }

  @Test
  void another_task_is_refused() {
    assertThatThrownBy(() -> TeacherAnswers.read(file, EmbeddedTask.ACCEPTABILITY, EXAMPLES))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has the task kind-of, where acceptability is trained on")
        .hasMessageContaining("give the teacher the same task and mostExamples");
  }

  @Test
  void what_isnt_finite_is_not_handed_on() {
    TeacherAnswers broken = new TeacherAnswers(new float[][] {{0, Float.NaN}, {7, 7}}, SCORED);

    assertThatThrownBy(() -> broken.write(folder, EmbeddedTask.KIND_OF, EXAMPLES))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("numbers that aren't finite");
  }

  @Test
  void how_good_the_teacher_is_goes_along() {
    assertThat(TeacherAnswers.read(file, EmbeddedTask.KIND_OF, EXAMPLES).scored())
        .isEqualTo(SCORED);
  }

  @Test
  void a_damaged_file_is_refused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> TeacherAnswers.read(file, EmbeddedTask.KIND_OF, EXAMPLES))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is damaged");
  }
}
