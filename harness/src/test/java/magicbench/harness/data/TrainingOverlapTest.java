package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingOverlapTest {

  private static final int LENGTH = 24;
  private static final int RUNS = LENGTH - TrainingOverlap.RUN_TOKENS + 1;

  @TempDir Path folder;
  private TokenStore.Split training;

  @BeforeEach
  void write() throws Exception {
    training = TokenFiles.split(folder.resolve("t.tokens"), 500);
  }

  @Test
  void what_was_trained_on_is_there_as_a_whole_wherever_it_begins() {
    assertThat(TrainingOverlap.share(List.of(from(0), from(101)), training)).isEqualTo(1);
    assertThat(TrainingOverlap.share(List.of(from((int) training.tokens() - LENGTH)), training))
        .isEqualTo(1);
  }

  @Test
  void what_was_not_is_not_there() {
    assertThat(TrainingOverlap.share(List.of(backwards()), training)).isZero();
  }

  @Test
  void one_token_that_differs_takes_away_the_runs_that_hold_it() {
    int[] changed = from(40);
    changed[LENGTH - 1] = changed[LENGTH - 1] + 1;

    assertThat(TrainingOverlap.share(List.of(changed), training))
        .isCloseTo((RUNS - 1.0) / RUNS, within(1e-12));
  }

  @Test
  void a_run_counts_once_however_often_it_occurs() {
    assertThat(TrainingOverlap.share(List.of(from(0), from(0), backwards()), training))
        .isEqualTo(0.5);
  }

  @Test
  void a_sequence_shorter_than_a_run_is_one_run() {
    int[] few = IntStream.range(7, 12).map(place -> training.token(place)).toArray();

    assertThat(TrainingOverlap.share(List.of(few), training)).isEqualTo(1);
  }

  @Test
  void no_sequence_is_refused() {
    assertThatThrownBy(() -> TrainingOverlap.share(List.of(), training))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private int[] from(int first) {
    return IntStream.range(first, first + LENGTH).map(place -> training.token(place)).toArray();
  }

  private int[] backwards() {
    return IntStream.range(0, LENGTH).map(place -> training.token(200 - place)).toArray();
  }
}
