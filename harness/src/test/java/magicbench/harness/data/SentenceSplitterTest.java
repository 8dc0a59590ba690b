package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {

  @Test
  void cuts_after_a_mark_before_a_capital() {
    assertThat(split("He came. \"Why?\" She left! 3 stayed."))
        .containsExactly("He came.", "\"Why?\"", "She left!", "3 stayed.");
  }

  @Test
  void does_not_cut_before_a_small_letter() {
    assertThat(split("e.g. the U.S. and 3.5 others"))
        .containsExactly("e.g. the U.S. and 3.5 others");
  }

  @Test
  void cuts_at_a_run_of_spaces() {
    assertThat(split("one   two")).containsExactly("one", "two");
  }

  @Test
  void yields_nothing_for_blank_text() {
    assertThat(split("  \t ")).isEmpty();
  }

  private static List<String> split(String text) {
    List<String> sentences = new ArrayList<>();
    SentenceSplitter.split(text, sentences::add);
    return sentences;
  }
}
