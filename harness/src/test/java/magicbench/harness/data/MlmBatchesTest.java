package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import magicbench.results.file.InputException;
import magicbench.results.plan.Seeds;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.rng.UniformRandomProvider;

class MlmBatchesTest {

  private static Path folder;
  private static TokenStore.Split split;

  @BeforeContainer
  static void writeTokens() throws IOException {
    folder = Files.createTempDirectory("mlm");
    split = TokenFiles.split(folder.resolve("t.tokens"), 500);
  }

  @AfterContainer
  static void deleteTokens() throws IOException {
    Files.delete(folder.resolve("t.tokens"));
    Files.delete(folder);
  }

  @Property(tries = 100)
  void masks_the_same_number_of_places_in_every_batch(
      @ForAll long seed,
      @ForAll @IntRange(min = 8, max = 64) int length,
      @ForAll @IntRange(min = 1, max = 8) int size) {
    MlmBatch batch = batches(length, size).draw(random(seed));

    assertThat(batch.inputIds()).hasSize(length * size);
    assertThat(batch.positions()).hasSize((int) Math.round(0.15 * size * length));
    assertThat(batch.targets()).hasSameSizeAs(batch.positions());
  }

  @Property(tries = 100)
  void never_masks_a_special_piece(@ForAll long seed) {
    MlmBatch batch = batches(32, 4).draw(random(seed));

    assertThat(Arrays.stream(batch.targets())).noneMatch(TokenFiles.SPECIAL::contains);
  }

  @Property(tries = 100)
  void gives_each_place_once_in_ascending_order(@ForAll long seed) {
    MlmBatch batch = batches(32, 4).draw(random(seed));

    assertThat(batch.positions()).isSorted().doesNotHaveDuplicates();
  }

  @Property(tries = 50)
  void the_targets_are_the_original_pieces(@ForAll long seed) {
    MlmBatch batch = batches(16, 1).draw(random(seed));
    int[] restored = batch.inputIds().clone();
    for (int place = 0; place < batch.positions().length; place++) {
      restored[batch.positions()[place]] = batch.targets()[place];
    }

    assertThat(windowsOf16()).anyMatch(window -> Arrays.equals(window, restored));
  }

  @Property(tries = 50)
  void depends_on_the_generator_only(@ForAll long seed) {
    MlmBatch one = batches(32, 4).draw(random(seed));
    MlmBatch other = batches(32, 4).draw(random(seed));

    assertThat(one).usingRecursiveComparison().isEqualTo(other);
  }

  @Example
  void shows_the_mask_a_random_piece_or_the_original_as_bert_does() {
    long masked = 0;
    long kept = 0;
    long all = 0;
    MlmBatches batches = batches(64, 8);
    UniformRandomProvider random = random(1);
    for (int draw = 0; draw < 200; draw++) {
      MlmBatch batch = batches.draw(random);
      for (int place = 0; place < batch.positions().length; place++) {
        int shown = batch.inputIds()[batch.positions()[place]];
        all++;
        masked += shown == TokenFiles.SPECIAL.mask() ? 1 : 0;
        kept += shown == batch.targets()[place] ? 1 : 0;
      }
    }

    // 15,400 places: five standard errors are 0.016 and 0.012.
    assertThat(masked / (double) all).isCloseTo(0.8, within(0.016));
    assertThat(kept / (double) all).isCloseTo(0.1, within(0.012));
  }

  @Example
  void fixed_batches_are_always_the_same_and_no_window_comes_twice() {
    List<MlmBatch> batches = batches(16, 4).fixed(10, 3);

    assertThat(batches)
        .hasSize(10)
        .usingRecursiveComparison()
        .isEqualTo(batches(16, 4).fixed(10, 3));
    assertThat(batches).extracting(b -> Arrays.hashCode(b.inputIds())).doesNotHaveDuplicates();
  }

  @Example
  void fixed_batches_go_round_when_there_are_too_few_windows() {
    assertThat(batches(1000, 2).fixed(5, 3)).hasSize(5);
  }

  @Example
  void no_window_of_one_part_is_in_another() {
    List<Set<List<Integer>>> parts =
        IntStream.range(0, 3)
            .mapToObj(part -> windowsIn(batches(16, 4).fixed(8, 0, part, 3)))
            .toList();

    assertThat(parts).allMatch(part -> part.size() == 32);
    assertThat(parts.stream().flatMap(Set::stream).distinct().count()).isEqualTo(3 * 32);
  }

  @Example
  void a_part_with_too_little_text_is_refused() {
    assertThatThrownBy(() -> batches(16, 4).fixed(1000, 0, 0, 3))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("a part of its held-out text has");
  }

  /** The windows as they were before masking. */
  private static Set<List<Integer>> windowsIn(List<MlmBatch> batches) {
    Set<List<Integer>> windows = new HashSet<>();
    for (MlmBatch batch : batches) {
      int[] ids = batch.inputIds().clone();
      for (int place = 0; place < batch.positions().length; place++) {
        ids[batch.positions()[place]] = batch.targets()[place];
      }
      for (int row = 0; row < ids.length / 16; row++) {
        windows.add(Arrays.stream(ids, row * 16, (row + 1) * 16).boxed().toList());
      }
    }
    return windows;
  }

  @Example
  void refuses_windows_longer_than_the_text() {
    assertThatThrownBy(() -> batches(5001, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has 5000 tokens only");
  }

  @Example
  void refuses_another_vocabulary_size() {
    assertThatThrownBy(() -> new MlmBatches(split, 16, 1, 299))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("299");
  }

  @Example
  void refuses_text_of_unknown_words() throws IOException {
    Path file = folder.resolve("unknown.tokens");
    Files.write(file, TokenFiles.bytes(new int[] {1, 1, 1, 1, 1, 1, 1}));
    MlmBatches batches = new MlmBatches(TokenStore.openSplit(file, 1 << 20), 8, 1, 300);
    Files.delete(file);

    assertThatThrownBy(() -> batches.draw(random(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("0 places that can be masked");
  }

  private static MlmBatches batches(int length, int size) {
    return new MlmBatches(split, length, size, TokenFiles.VOCABULARY);
  }

  private static List<int[]> windowsOf16() {
    return LongStream.range(0, split.windows(16))
        .mapToObj(
            number -> {
              int[] window = new int[16];
              split.copyWindow(number, 16, window, 0);
              return window;
            })
        .toList();
  }

  private static UniformRandomProvider random(long seed) {
    return new Seeds(seed).random("test");
  }
}
