package magicbench.harness.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import magicbench.harness.data.SmallTokenizer;
import magicbench.harness.data.SquadQuestion;
import magicbench.harness.data.SquadQuestion.Span;
import magicbench.harness.data.TextEncoder;
import magicbench.harness.training.LabelledBatch;
import magicbench.results.plan.Seeds;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces are a (5), b (6), b within a word (7); marks [CLS] (2) and [SEP] (3). */
class ReadingTextsTest {

  private static final ReadingShape WIDE = new ReadingShape(16, 4, 4);

  @TempDir private Path folder;

  private static SquadQuestion question(String context, Span... answers) {
    return new SquadQuestion("q", "b", context, List.of(answers));
  }

  private <T> T encoded(Function<TextEncoder, T> what) throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), SmallTokenizer.json());
    try (TextEncoder encoder = TextEncoder.of(folder)) {
      return what.apply(encoder);
    }
  }

  private ReadingTexts toTrain(ReadingShape shape, SquadQuestion... questions) throws IOException {
    return encoded(encoder -> ReadingTexts.toTrain(List.of(questions), encoder, shape));
  }

  private ReadingTexts toScore(ReadingShape shape, SquadQuestion... questions) throws IOException {
    return encoded(encoder -> ReadingTexts.toScore(List.of(questions), encoder, shape));
  }

  @Test
  void a_question_comes_before_its_context_and_the_answer_is_marked() throws IOException {
    LabelledBatch batch = toTrain(WIDE, question("a a bb a", new Span(4, 6))).inOrder(8).get(0);

    assertThat(batch.ids()).containsExactly(2, 6, 3, 5, 5, 6, 7, 5, 3);
    assertThat(batch.targets()).containsExactly(5 * 9 + 6);
  }

  @Test
  void a_question_without_an_answer_is_marked_at_the_first_place() throws IOException {
    assertThat(toTrain(WIDE, question("a a")).inOrder(8).get(0).targets()).containsExactly(0);
  }

  @Test
  void a_long_context_is_cut_into_windows_that_overlap() throws IOException {
    ReadingTexts texts =
        toTrain(new ReadingShape(9, 2, 1), question("a a a a a a bb", new Span(12, 14)));

    List<LabelledBatch> windows = texts.inOrder(1);
    assertThat(windows.get(0).ids()).containsExactly(2, 6, 3, 5, 5, 5, 5, 5, 3);
    assertThat(windows.get(1).ids()).containsExactly(2, 6, 3, 5, 5, 5, 5, 6, 3);
    assertThat(windows.get(2).ids()).containsExactly(2, 6, 3, 5, 5, 6, 7, 3);
    assertThat(windows).hasSize(3);
    assertThat(windows.get(1).targets()).as("half of the answer is none").containsExactly(0);
    assertThat(windows.get(2).targets()).containsExactly(5 * 8 + 6);
  }

  @Test
  void a_long_question_is_cut_off() throws IOException {
    SquadQuestion wordy = new SquadQuestion("q", "a a a a a a a b", "a", List.of());

    assertThat(toScore(WIDE, wordy).inOrder(1).get(0).ids())
        .containsExactly(2, 5, 5, 5, 5, 3, 5, 3);
  }

  /** What isn't known is one piece; an answer that ends within it is cut out of it. */
  @Test
  void an_answer_that_ends_within_a_piece_is_learnt_exactly() throws IOException {
    SquadQuestion within = question("a qq a", new Span(2, 3));

    LabelledBatch learnt = toTrain(WIDE, within).inOrder(1).get(0);
    LabelledBatch scored = toScore(WIDE, within).inOrder(1).get(0);

    assertThat(learnt.ids()).containsExactly(2, 6, 3, 5, 1, 1, 5, 3);
    assertThat(learnt.targets()).containsExactly(4 * 8 + 4);
    assertThat(scored.ids()).as("nothing shows where it ends").containsExactly(2, 6, 3, 5, 1, 5, 3);
  }

  @Test
  void blanks_around_an_answer_are_not_learnt() throws IOException {
    assertThat(toTrain(WIDE, question("a bb a", new Span(1, 5))).inOrder(1).get(0).targets())
        .containsExactly(4 * 8 + 5);
  }

  @Test
  void an_answer_that_no_piece_covers_is_left_out_and_counted() throws IOException {
    ReadingTexts texts =
        toTrain(WIDE, question("a \u200b a", new Span(2, 3)), question("a", new Span(0, 1)));

    assertThat(texts.unreachable()).isEqualTo(1);
    assertThat(texts.size()).isEqualTo(1);
  }

  /** What points at the marked places answers with the marked text, whatever the windows. */
  @ParameterizedTest
  @ValueSource(ints = {10, 12, 40})
  void every_answer_survives_its_pieces(int longest) throws IOException {
    UniformRandomProvider random = new Seeds(5).random("answers");
    SquadQuestion[] questions =
        IntStream.range(0, 50).mapToObj(number -> drawn(random)).toArray(SquadQuestion[]::new);
    ReadingTexts texts = toTrain(new ReadingShape(longest, 3, 1), questions);
    float[][] scores =
        texts.inOrder(1).stream()
            .map(ReadingTextsTest::pointingAtTheTarget)
            .toArray(float[][]::new);

    assertThat(texts.answers(scores, 30).stream().map(ReadingAnswer::text))
        .containsExactlyElementsOf(
            Arrays.stream(questions).map(each -> each.answerTexts().get(0)).toList());
  }

  /** A context of words, and an answer of one or two of them. */
  private static SquadQuestion drawn(UniformRandomProvider random) {
    List<String> words = List.of("a", "bb", "b", "q😀", "b\u0301");
    StringBuilder context = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    for (int word = 0; word < 12; word++) {
      int from = context.length();
      context.append(words.get(random.nextInt(words.size())));
      spans.add(new Span(from, context.length()));
      context.append(' ');
    }
    int first = random.nextInt(11);
    Span answer = new Span(spans.get(first).from(), spans.get(first + random.nextInt(2)).to());
    return question(context.toString(), answer);
  }

  private static float[] pointingAtTheTarget(LabelledBatch window) {
    int target = (int) window.targets()[0];
    float[] scores = new float[2 * window.sequence()];
    if (target > 0) {
      scores[target / window.sequence()] = 1;
      scores[window.sequence() + target % window.sequence()] = 1;
    }
    return scores;
  }

  @Test
  void the_best_answer_is_no_longer_than_allowed_and_does_not_end_before_it_begins()
      throws IOException {
    UniformRandomProvider random = new Seeds(7).random("scores");
    ReadingTexts texts = toScore(new ReadingShape(12, 4, 1), question("a ".repeat(20)));
    int windows = texts.inOrder(1).size();
    float[][] scores =
        IntStream.range(0, windows)
            .mapToObj(
                window -> {
                  float[] drawn = new float[2 * texts.inOrder(1).get(window).sequence()];
                  IntStream.range(0, drawn.length).forEach(i -> drawn[i] = random.nextFloat());
                  return drawn;
                })
            .toArray(float[][]::new);

    ReadingAnswer answer = texts.answers(scores, 3).get(0);

    double best = Double.NEGATIVE_INFINITY;
    double none = Double.POSITIVE_INFINITY;
    for (float[] window : scores) {
      int places = window.length / 2;
      none = Math.min(none, (double) window[0] + window[places]);
      for (int start = 3; start < places - 1; start++) {
        for (int end = start; end < Math.min(places - 1, start + 3); end++) {
          best = Math.max(best, (double) window[start] + window[places + end]);
        }
      }
    }
    assertThat(answer.noAnswer()).isEqualTo(none - best);
    assertThat(answer.text().replace(" ", "").length()).isBetween(1, 3);
  }

  @Test
  void a_context_without_a_piece_is_answered_with_nothing() throws IOException {
    ReadingAnswer answer =
        toScore(WIDE, question("\u200b"))
            .answers(new float[][] {{1, 1, 1, 1, 1, 1, 1, 1}}, 3)
            .get(0);

    assertThat(answer.text()).isEmpty();
    assertThat(answer.given(Double.POSITIVE_INFINITY)).isEmpty();
  }

  @Test
  void an_epoch_goes_through_every_window_once() throws IOException {
    ReadingTexts texts =
        toTrain(WIDE, question("a"), question("a a"), question("a a a"), question("a a a a"));

    List<Integer> lengths =
        IntStream.range(0, 2)
            .mapToObj(step -> texts.trainingBatch(new Seeds(1), step, 2).lengths())
            .flatMapToInt(Arrays::stream)
            .sorted()
            .boxed()
            .toList();
    assertThat(lengths).containsExactly(5, 6, 7, 8);
  }

  @Test
  void a_shape_that_leaves_gaps_is_a_mistake() {
    assertThatThrownBy(() -> new ReadingShape(10, 5, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("longest is 10, stride 5, mostQuestionPieces 4");
  }
}
