package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageToolReaderTest {

  private static final String ENTRY = "org/languagetool/rules/en/grammar.xml";

  @TempDir private Path folder;

  @Test
  void takes_right_examples_without_their_markers() throws IOException {
    LanguageToolReader reader = reader("<example>It  <marker>is</marker>\n fine.</example>");

    assertThat(RealData.read(reader))
        .containsExactly(new Sentence("It is fine.", "It is fine.", "languagetool"));
  }

  @Test
  void leaves_out_examples_with_an_error() throws IOException {
    LanguageToolReader reader =
        reader(
            "<example correction='is'>It are.</example>"
                + "<example type='triggers_error'>He go.</example>");

    assertThat(RealData.read(reader)).isEmpty();
  }

  @Test
  void leaves_out_sentences_that_are_right_and_wrong() throws IOException {
    LanguageToolReader reader =
        reader("<example>So so.</example><example correction=''>So so.</example>");

    assertThat(RealData.read(reader)).isEmpty();
  }

  @Test
  void takes_a_repeated_sentence_once() throws IOException {
    LanguageToolReader reader = reader("<example>Yes.</example><example>Yes.</example>");

    assertThat(RealData.read(reader)).hasSize(1);
  }

  @Test
  void never_opens_what_an_entity_points_to() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    LanguageToolReader reader =
        document(
            "<!DOCTYPE rules [<!ENTITY out SYSTEM '" + secret.toUri() + "'>]>",
            "<example>So &out; it is.</example>");

    assertThat(RealData.read(reader)).noneMatch(sentence -> sentence.text().contains("secret"));
  }

  @Test
  void refuses_entities_that_blow_up() throws IOException {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE rules [<!ENTITY e0 'ha'>");
    for (int level = 1; level < 10; level++) {
      bomb.append("<!ENTITY e").append(level).append(" '");
      bomb.append(("&e" + (level - 1) + ";").repeat(10)).append("'>");
    }
    LanguageToolReader reader = document(bomb + "]>", "<example>&e9;</example>");

    assertThatThrownBy(() -> RealData.read(reader))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("broken XML");
  }

  @Test
  void refuses_broken_xml() throws IOException {
    LanguageToolReader reader = reader("<example>");

    assertThatThrownBy(() -> RealData.read(reader))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("grammar.xml: broken XML");
  }

  @Test
  void finds_all_of_the_published_file() {
    LanguageToolReader reader = new LanguageToolReader(RealData.jar(DataCatalogue.LANGUAGE_TOOL));

    assertThat(RealData.read(reader)).hasSize(12_499).doesNotHaveDuplicates();
  }

  private LanguageToolReader reader(String examples) throws IOException {
    return document("", examples);
  }

  private LanguageToolReader document(String head, String examples) throws IOException {
    return new LanguageToolReader(
        Zips.of(folder.resolve("language.jar"), ENTRY, head + "<rules>" + examples + "</rules>"));
  }
}
