package magicbench.harness.execution.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class WordsTest {

  @Property
  void any_words_come_back_from_one_line(@ForAll @Size(min = 1, max = 6) List<String> words) {
    List<String> sendable = words.stream().filter(WordsTest::isText).toList();
    String line = Words.line(sendable.toArray(String[]::new));

    assertThat(line).doesNotContain("\n", "\r");
    assertThat(sendable.isEmpty() ? List.of() : Words.of(line)).isEqualTo(sendable);
  }

  /** Half of a surrogate pair is no text: no encoding of characters keeps it. */
  private static boolean isText(String word) {
    return word.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
  }
}
