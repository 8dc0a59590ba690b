package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import magicbench.harness.training.SoftTokens;
import magicbench.harness.training.TokenBatch;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeacherTokensTest {

  private static final TeacherTokens.Asked ASKED = new TeacherTokens.Asked("abc", 7, 4, 8);

  /** More than one block, and the last one not full. */
  private static final int STEPS = TeacherTokens.BLOCK_STEPS + 3;

  @TempDir private Path folder;

  private Path file;

  @BeforeEach
  void write() {
    List<TeacherTokens.Step> steps =
        IntStream.range(0, STEPS)
            .mapToObj(
                step ->
                    new TeacherTokens.Step(
                        batch(step),
                        new float[] {step, 30_521, 2, 3},
                        new float[] {0.75f, 0.25f, 0.5f, 0.5f}))
            .toList();
    TeacherTokens.write(folder, ASKED, steps, 2);
    file = folder.resolve(TeacherTokens.NAME);
  }

  /** A batch of its own for each step, of two masked places. */
  private static TokenBatch batch(int step) {
    return new TokenBatch(
        new int[] {step, 1, 2, 3}, 2, 2, new int[] {1, 2}, new int[] {7, step % 5});
  }

  private static SoftTokens taught(TeacherTokens tokens, int step) {
    return tokens.taught(batch(step), step, 0.5).soft().orElseThrow();
  }

  @Test
  void every_step_is_read_as_it_was_written_in_any_order() {
    TeacherTokens tokens = TeacherTokens.open(file);
    for (int step : new int[] {0, STEPS - 1, 1, TeacherTokens.BLOCK_STEPS}) {
      SoftTokens read = taught(tokens, step);
      assertThat(read.pieces()).containsExactly(step, 30_521, 2, 3);
      assertThat(read.probabilities()).containsExactly(0.75f, 0.25f, 0.5f, 0.5f);
      assertThat(read.top()).isEqualTo(2);
      assertThat(read.softShare()).isEqualTo(0.5);
    }
  }

  @Test
  void they_are_for_the_batches_that_were_asked_about_and_no_more_of_them() {
    TeacherTokens tokens = TeacherTokens.open(file);
    assertThatCode(() -> tokens.requireOf(ASKED, STEPS)).doesNotThrowAnyException();
    assertThatThrownBy(() -> tokens.requireOf(ASKED, STEPS + 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tells of batches with steps 67, where at least 68 is trained on");
  }

  @Test
  void another_steps_batch_is_refused_though_everything_fits() {
    TeacherTokens tokens = TeacherTokens.open(file);

    assertThatThrownBy(() -> tokens.taught(batch(4), 3, 0.5))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("tells of another batch at step 3 than is trained on");
  }

  @Test
  void other_batches_are_refused_whatever_makes_them_others() {
    TeacherTokens tokens = TeacherTokens.open(file);
    List<TeacherTokens.Asked> others =
        List.of(
            new TeacherTokens.Asked("abd", 7, 4, 8),
            new TeacherTokens.Asked("abc", 8, 4, 8),
            new TeacherTokens.Asked("abc", 7, 5, 8),
            new TeacherTokens.Asked("abc", 7, 4, 9));
    assertThat(others)
        .allSatisfy(
            other ->
                assertThatThrownBy(() -> tokens.requireOf(other, 1))
                    .isInstanceOf(InputException.class));
  }

  @Test
  void a_damaged_file_is_refused() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> TeacherTokens.open(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is damaged");
  }

  @Test
  void a_step_beyond_the_last_block_is_told_of() {
    assertThatThrownBy(() -> taught(TeacherTokens.open(file), 10 * STEPS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("lacks its block");
  }
}
