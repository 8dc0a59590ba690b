package magicbench.harness.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import magicbench.harness.data.GlueTask;
import magicbench.harness.data.LabelledExample;
import magicbench.harness.data.SmallTokenizer;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.training.LabelledBatch;
import magicbench.results.plan.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledTextsTest {

  private static final Seeds SEEDS = new Seeds(3);

  @TempDir private Path folder;

  /** Example i has i % 3 + 1 letters and the label i % 2. */
  private LabelledTexts texts(GlueTask task, int count) throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), SmallTokenizer.json());
    List<LabelledExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      examples.add(
          new LabelledExample(
              i + 1, "a ".repeat(i % 3 + 1).strip(), Optional.empty(), OptionalDouble.of(i % 2)));
    }
    try (TextEncoder encoder = TextEncoder.of(folder)) {
      return LabelledTexts.of(task, examples, encoder, 16);
    }
  }

  @Test
  void fills_rows_up_to_the_longest_of_their_batch() throws IOException {
    LabelledBatch batch = texts(GlueTask.SST2, 2).inOrder(2).get(0);

    assertThat(batch.sequence()).isEqualTo(4);
    assertThat(batch.lengths()).containsExactly(3, 4);
    assertThat(batch.ids()).containsExactly(2, 5, 3, 0, 2, 5, 5, 3);
    assertThat(batch.targets()).containsExactly(0, 1);
  }

  @Test
  void gives_all_examples_in_the_order_of_the_file() throws IOException {
    LabelledTexts texts = texts(GlueTask.SST2, 7);
    assertThat(texts.inOrder(3))
        .extracting(batch -> batch.lengths().length)
        .containsExactly(3, 3, 1);
    assertThat(texts.targets()).containsExactly(0, 1, 0, 1, 0, 1, 0);
  }

  @Test
  void an_epoch_meets_every_example_once_and_the_next_in_another_order() throws IOException {
    LabelledTexts texts = texts(GlueTask.SST2, 12);
    List<int[]> lengths = new ArrayList<>();
    for (int step = 0; step < 8; step++) {
      lengths.add(texts.trainingBatch(SEEDS, step, 3).lengths());
    }
    for (int epoch = 0; epoch < 2; epoch++) {
      List<Integer> met = new ArrayList<>();
      for (int[] batch : lengths.subList(4 * epoch, 4 * epoch + 4)) {
        for (int length : batch) {
          met.add(length);
        }
      }
      assertThat(met).containsExactlyInAnyOrder(3, 4, 5, 3, 4, 5, 3, 4, 5, 3, 4, 5);
    }
    assertThat(lengths.subList(0, 4)).isNotEqualTo(lengths.subList(4, 8));
  }

  @Test
  void a_step_s_batch_is_the_same_whenever_it_is_asked_for() throws IOException {
    LabelledTexts texts = texts(GlueTask.SST2, 12);
    LabelledBatch late = texts.trainingBatch(SEEDS, 9, 4);
    assertThat(texts.trainingBatch(SEEDS, 9, 4).ids()).isEqualTo(late.ids());
    assertThat(texts(GlueTask.SST2, 12).trainingBatch(SEEDS, 9, 4).ids()).isEqualTo(late.ids());
  }

  @Test
  void tells_which_share_of_its_examples_is_among_others() throws IOException {
    LabelledTexts shortest = texts(GlueTask.SST2, 1);
    LabelledTexts all = texts(GlueTask.SST2, 12);

    assertThat(shortest.shareIn(all)).isEqualTo(1);
    assertThat(all.shareIn(shortest)).isEqualTo(1 / 3.0);
  }

  @Test
  void brings_scores_to_the_range_from_0_to_1() throws IOException {
    assertThat(texts(GlueTask.STSB, 2).targets()).containsExactly(0, 0.2);
  }
}
