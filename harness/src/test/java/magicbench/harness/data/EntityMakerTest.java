package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        "(Greek mythology) a nymph|''",
        "a cartoon character created by Disney|cartoon character",
        "a narrow isthmus linking two lands|narrow isthmus",
        "a fortification 1,500 miles long|''",
        "French composer best known for waltzes|French composer",
        "one of the British colonies that formed the United States|''",
        "in 1781 the British surrendered after a siege|''",
        "either of two stars|''",
        "the smallest of the islands|''"
      })
  void what_sort_of_thing_it_is_stands_first(String definition, String sort) throws IOException {
    Entity entity = read(line(1, "X", "@i", definition)).get(0);

    assertThat(entity.sort().map(span -> span.in(definition)).orElse("")).isEqualTo(sort);
  }

  @Test
  void a_name_that_says_the_sort_or_describes_is_not_asked_by() throws IOException {
    List<Entity> read =
        read(
            line(1, "Flint_River", "@i", "a river in Georgia"),
            line(2, "Bratislava capital_of_Slovakia", "@i", "the largest city of Slovakia"));

    assertThat(read.get(0).sort()).isEmpty();
    assertThat(read.get(1).name()).isEqualTo("Bratislava");
  }

  @Test
  void only_persons_live() throws IOException {
    String canal = line(1, "Panama_Canal", "@i", "a canal (1904-1914)").replace(" 18 n", " 06 n");

    assertThat(read(canal).get(0).years()).isEmpty();
  }

  /** A definition that was trained on is met nowhere in what is scored on, whatever its entity. */
  @Test
  void an_entity_whose_definition_was_trained_on_is_not_scored_on() throws IOException {
    TrainedTexts corpus = new TrainedTexts();
    corpus.add("writer of book 3 (1103-1900)");
    List<Entity> all = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int book = i % 30; // entity 30 has the definition of entity 0, and so on
      lines.add(
          line(i, "Name" + i, "@i", "writer of book " + book + " (1" + (100 + book) + "-1900)"));
    }
    all.addAll(read(lines.toArray(String[]::new)));

    EmbeddedQuestions made = new EntityMaker(all, 50, corpus).questions(ANY);

    Set<String> trained = definitions(made.train());
    Set<String> free =
        all.stream()
            .filter(entity -> !GroupSplit.isHeldOut(entity.group(), 50))
            .map(Entity::definition)
            .collect(Collectors.toSet());
    assertThat(trained).isSubsetOf(free);
    assertThat(definitions(made.dev()))
        .doesNotContainAnyElementsOf(free)
        .doesNotContain("writer of book 3 (1103-1900)");
  }

  private static Set<String> definitions(List<SquadQuestion> questions) {
    return questions.stream()
        .flatMap(question -> Stream.of(question.context().split("\\. |\\.$", -1)))
        .filter(sentence -> sentence.contains(": "))
        .map(sentence -> sentence.substring(sentence.indexOf(": ") + 2))
        .collect(Collectors.toSet());
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
