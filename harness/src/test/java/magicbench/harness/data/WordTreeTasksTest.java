package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tasks made of a hand-made tree: 600 things, number i a kind of number i / 3, in the six files by
 * turns.
 */
class WordTreeTasksTest {

  private static final String ENTRY = "net/sf/extjwnl/data/wordnet/wn31/data.noun";
  private static final int THINGS = 600;
  private static final int PERCENT = 50;
  private static final List<Integer> FILES = List.of(4, 5, 6, 10, 18, 20);
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
    return "%08d %02d n 01 thing%d 0 %s | %d"
        .formatted(number, FILES.get(number % FILES.size()), number, kind, number);
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

  private static int number(String word) {
    return Integer.parseInt(word.substring("thing".length()));
  }

  private static boolean isAbove(int one, int other) {
    return other > 1 && (above(other) == one || isAbove(one, above(other)));
  }

  @Test
  void an_inference_is_labelled_by_where_the_kind_lies() {
    EmbeddedExamples made = new InferenceMaker(tree, PERCENT).examples(ANY);

    assertThat(Stream.concat(made.train().stream(), made.dev().stream()))
        .isNotEmpty()
        .allSatisfy(
            example -> {
              String[] words = example.second().orElseThrow().split(" is a kind of ", -1);
              int thing = number(words[0]);
              int kind = number(words[1]);
              switch ((int) example.target().orElseThrow()) {
                case 0 -> assertThat(kind).isEqualTo(above(thing));
                case 1 -> assertThat(above(kind)).isEqualTo(thing);
                default -> {
                  assertThat(kind).isNotEqualTo(thing);
                  assertThat(isAbove(kind, thing) || isAbove(thing, kind)).isFalse();
                }
              }
            });
  }

  /** A claim that names what has no kinds is neutral as often as it contradicts, say. */
  @Test
  void half_of_the_inferences_contradict_whatever_the_claim_names() {
    List<LabelledExample> made = new InferenceMaker(tree, PERCENT).examples(ANY).train();

    Map<Boolean, List<LabelledExample>> byKinds =
        made.stream()
            .collect(
                Collectors.partitioningBy(
                    example -> {
                      String claim = example.second().orElseThrow();
                      return number(claim.substring(claim.lastIndexOf(' ') + 1)) * 3 > THINGS;
                    }));
    assertThat(byKinds.get(true)).hasSizeGreaterThan(20);
    byKinds
        .values()
        .forEach(
            part ->
                assertThat(
                        part.stream().filter(example -> example.target().orElseThrow() == 2).count()
                            / (double) part.size())
                    .isBetween(0.35, 0.65));
  }

  @Test
  void a_definition_has_the_topic_of_the_file_that_it_stands_in() {
    EmbeddedExamples made = new TopicMaker(tree, PERCENT).examples(ANY);

    assertThat(Stream.concat(made.train().stream(), made.dev().stream()))
        .isNotEmpty()
        .allSatisfy(
            example ->
                assertThat(example.target().orElseThrow())
                    .isEqualTo(Integer.parseInt(example.first()) % FILES.size()));
  }

  @Test
  void every_topic_comes_equally_often() {
    EmbeddedExamples made = new TopicMaker(tree, PERCENT).examples(ANY);

    assertThat(
            made.train().stream()
                .collect(
                    Collectors.groupingBy(
                        example -> example.target().orElseThrow(), Collectors.counting()))
                .values())
        .hasSize(FILES.size())
        .containsOnly(made.train().size() / 6L);
  }
}
