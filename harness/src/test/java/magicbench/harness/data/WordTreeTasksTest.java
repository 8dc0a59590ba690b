package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks made of a hand-made tree: 600 things, number i a kind of number i / 3. */
class WordTreeTasksTest {

  private static final String ENTRY = "net/sf/extjwnl/data/wordnet/wn31/data.noun";
  private static final int THINGS = 600;
  private static final int PERCENT = 50;
  private static final DataSet ANY = new DataCatalogue().dataSet(DataCatalogue.WORDNET);

  @TempDir private Path folder;
  private WordTree tree;

  @BeforeEach
  void grow() throws IOException {
    String nouns =
        IntStream.rangeClosed(1, THINGS)
            .mapToObj(WordTreeTasksTest::line)
            .collect(Collectors.joining("\n"));
    tree = WordTree.read(Zips.of(folder.resolve("wordnet.jar"), ENTRY, nouns));
  }

  private static String line(int number) {
    String kind = number == 1 ? "000" : "001 @ %08d n 0000".formatted(above(number));
    return "%08d 03 n 01 thing%d 0 %s | %d".formatted(number, number, kind, number);
  }

  private static int above(int number) {
    return Math.max(1, number / 3);
  }

  private static int steps(int one, int other) {
    if (one == other) {
      return 0;
    }
    return 1 + (one > other ? steps(above(one), other) : steps(one, above(other)));
  }

  @Test
  void grades_a_pair_by_its_steps_through_the_tree() {
    EmbeddedExamples made = new NearnessMaker(tree, PERCENT).examples(ANY);

    assertThat(Stream.concat(made.train().stream(), made.dev().stream()))
        .isNotEmpty()
        .allSatisfy(
            example -> {
              int one = Integer.parseInt(example.first());
              int other = Integer.parseInt(example.second().orElseThrow());
              assertThat(example.target().orElseThrow())
                  .isEqualTo(Math.max(0, 6 - steps(one, other)));
            });
  }

  @Test
  void every_grade_comes_about_equally_often() {
    EmbeddedExamples made = new NearnessMaker(tree, PERCENT).examples(ANY);

    for (double grade = 0; grade <= 5; grade++) {
      double wanted = grade;
      assertThat(made.dev().stream().filter(each -> each.target().orElseThrow() == wanted).count())
          .isBetween(140L, 150L);
    }
  }

  @Test
  void a_claim_of_kind_is_true_for_every_second_thing_and_false_for_the_others() {
    EmbeddedExamples made = new KindOfMaker(tree, PERCENT).examples(ANY);

    assertThat(made.train())
        .isNotEmpty()
        .allSatisfy(
            example -> {
              String[] words = example.second().orElseThrow().split(" is a kind of ", -1);
              int thing = Integer.parseInt(words[0].substring("thing".length()));
              int kind = Integer.parseInt(words[1].substring("thing".length()));
              boolean isTrue = example.target().orElseThrow() == 0;
              assertThat(above(thing) == kind).isEqualTo(isTrue);
              assertThat(example.first()).isEqualTo("thing" + thing + ": " + thing);
            });
  }
}
