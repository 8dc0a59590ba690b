package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptabilityMakerTest {

  private static final String ENTRY = "org/languagetool/rules/en/grammar.xml";
  private static final int PERCENT = 50;
  private static final DataSet ANY = new DataCatalogue().dataSet(DataCatalogue.LANGUAGE_TOOL);

  @TempDir private Path folder;

  private EmbeddedExamples made(String rules) throws IOException {
    Path jar = Zips.of(folder.resolve("lt.jar"), ENTRY, "<rules>" + rules + "</rules>");
    return new AcceptabilityMaker(jar, PERCENT).examples(ANY);
  }

  private static String rule(String id, String right, String wrong) {
    return "<rule id='%s'><example correction='x'>%s</example><example>%s</example></rule>"
        .formatted(id, wrong, right);
  }

  /** The n-th sentence that the corpus holds out, or doesn't. */
  private static String sentence(boolean heldOut, int n) {
    return Stream.iterate(1, i -> i + 1)
        .map(i -> "It is number " + i)
        .filter(text -> GroupSplit.isHeldOut(text, PERCENT) == heldOut)
        .skip(n)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> texts(List<LabelledExample> part) {
    return part.stream().map(LabelledExample::first).toList();
  }

  @Test
  void a_rules_sentences_lie_where_the_corpus_has_its_right_ones() throws IOException {
    String free = sentence(false, 0);
    String held = sentence(true, 0);

    EmbeddedExamples examples = made(rule("A", free, "It are a") + rule("B", held, "It are b"));

    assertThat(texts(examples.train())).containsExactly("It are a", free);
    assertThat(texts(examples.dev())).containsExactly("It are b", held);
    assertThat(examples.dev())
        .extracting(example -> example.target().orElseThrow())
        .containsExactly(0.0, 1.0);
  }

  @Test
  void a_right_sentence_that_the_corpus_trains_on_is_scored_on_never() throws IOException {
    String free = sentence(false, 0);
    String held = sentence(true, 0);

    EmbeddedExamples examples =
        made(
            rule("A", sentence(false, 1), "It are a")
                + "<rulegroup id='B'>"
                + rule("", free, "It are b")
                + rule("", held, "It are c")
                + "</rulegroup>");

    assertThat(texts(examples.dev())).contains(held).doesNotContain(free);
    assertThat(texts(examples.train())).doesNotContain(free, held);
  }

  @Test
  void what_is_right_and_wrong_when_spelled_alike_is_left_out() throws IOException {
    EmbeddedExamples examples =
        made(
            rule("A", sentence(false, 0), "It are a")
                + rule(
                    "B",
                    sentence(false, 1),
                    sentence(false, 0).toUpperCase(java.util.Locale.ROOT)));

    assertThat(texts(examples.train())).containsExactly("It are a", sentence(false, 1));
  }

  @Test
  void rules_on_upper_and_lower_case_are_left_out() throws IOException {
    String free = sentence(false, 0);

    EmbeddedExamples examples =
        made("<category id='CASING'>" + rule("A", free, "It are a") + "</category>");

    assertThat(examples.train()).isEmpty();
    assertThat(examples.dev()).isEmpty();
  }
}
