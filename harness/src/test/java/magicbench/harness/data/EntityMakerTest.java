package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntityMakerTest {

  private static final String ENTRY = "net/sf/extjwnl/data/wordnet/wn31/data.noun";
  private static final DataSet ANY = new DataCatalogue().dataSet(DataCatalogue.WORDNET);

  @TempDir private Path folder;

  private static String line(int number, String words, String pointer, String gloss) {
    String[] all = words.split(" ", -1);
    return "%08d 18 n %02x %s 0 001 %s 00000001 n 0000 | %s"
        .formatted(number, all.length, String.join(" 0 ", all), pointer, gloss);
  }

  private List<Entity> read(String... lines) throws IOException {
    return Entity.readAll(Zips.of(folder.resolve("wordnet.jar"), ENTRY, String.join("\n", lines)));
  }

  @Test
  void an_entity_is_an_instance_with_its_longest_name() throws IOException {
    List<Entity> read =
        read(
            line(1, "physicist", "@", "a scientist"),
            line(2, "Curie Marie_Curie", "@i", "Polish chemist (1867-1934); \"she won twice\""));

    assertThat(read).hasSize(1);
    assertThat(read.get(0).name()).isEqualTo("Marie Curie");
    assertThat(read.get(0).group()).isEqualTo("noun00000002");
    assertThat(read.get(0).years().orElseThrow().in(read.get(0).definition()))
        .isEqualTo("1867-1934");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Polish chemist (1867-1934)|Polish chemist",
        "a city in western Ohio|city",
        "the capital and largest city of Poland|capital",
        "an English writer who wrote novels|English writer",
        "United States anthropologist noted for her claims|United States anthropologist",
        "an island|island",
        "(Greek mythology) a nymph|''"
      })
  void what_sort_of_thing_it_is_stands_first(String definition, String sort) throws IOException {
    Entity entity = read(line(1, "X", "@i", definition)).get(0);

    assertThat(entity.sort().map(span -> span.in(definition)).orElse("")).isEqualTo(sort);
  }

  /** Forty entities, every one with years, half of the groups held out. */
  private EmbeddedQuestions made() throws IOException {
    String[] lines =
        IntStream.range(0, 40)
            .mapToObj(
                i ->
                    line(i, "Name" + i, "@i", "writer of book " + i + " (1" + (100 + i) + "-1900)"))
            .toArray(String[]::new);
    return new EntityMaker(read(lines), 50, new TrainedTexts()).questions(ANY);
  }

  @Test
  void every_answer_belongs_to_the_entity_that_is_asked_for() throws IOException {
    EmbeddedQuestions made = made();

    assertThat(Stream.concat(made.train().stream(), made.dev().stream()))
        .isNotEmpty()
        .allSatisfy(
            question -> {
              String name = question.question().replaceAll(".*(Name\\d+).*", "$1");
              String answer = question.answerTexts().get(0);
              boolean asksYears = question.question().startsWith("When");
              int number = Integer.parseInt(name.substring("Name".length()));
              assertThat(answer).isEqualTo(asksYears ? "1" + (100 + number) + "-1900" : "writer");
              int at = question.answers().get(0).from();
              assertThat(question.context().lastIndexOf("Name", at))
                  .isEqualTo(question.context().indexOf(name + ":"));
            });
  }

  @Test
  void a_text_tells_of_eight_entities_and_no_text_of_both_parts() throws IOException {
    EmbeddedQuestions made = made();
    Set<String> trained = names(made.train());

    assertThat(names(made.dev())).isNotEmpty().doesNotContainAnyElementsOf(trained);
    assertThat(made.train()).allMatch(question -> question.context().split("Name", -1).length == 9);
  }

  private static Set<String> names(List<SquadQuestion> questions) {
    return questions.stream()
        .flatMap(question -> Stream.of(question.context().split("[^\\w]+", -1)))
        .filter(word -> word.startsWith("Name"))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
