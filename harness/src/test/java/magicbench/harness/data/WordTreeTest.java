package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import magicbench.harness.data.WordTree.Thing;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordTreeTest {

  private static final String ENTRY = "net/sf/extjwnl/data/wordnet/wn31/data.noun";

  private static final String NOUNS =
      """
        1 This software | and database
      00000001 03 n 01 entity 0 001 ~ 00000002 n 0000 | that which exists
      00000002 03 n 02 dog 0 domestic_dog 0 002 @ 00000001 n 0000 ~ 00000003 n 0000 | a beast; "it barks"
      00000003 03 n 01 police_dog 0 003 + 00000009 v 0101 @ 00000002 n 0000 @ 00000001 n 0000 | a dog at work
      00000004 03 n 01 Rex 0 001 @i 00000003 n 0000 | a dog on television
      """;

  @TempDir private Path folder;

  private WordTree tree(String nouns) throws IOException {
    return WordTree.read(Zips.of(folder.resolve("wordnet.jar"), ENTRY, nouns));
  }

  @Test
  void reads_the_first_word_and_the_definition_without_examples() throws IOException {
    Thing dog = tree(NOUNS).things().get(1);

    assertThat(dog.word()).isEqualTo("dog");
    assertThat(dog.definition()).isEqualTo("a beast");
    assertThat(dog.topic()).isEqualTo(3);
    assertThat(dog.group()).isEqualTo("noun00000002");
  }

  @Test
  void a_thing_lies_below_the_first_kind_that_it_names_instances_too() throws IOException {
    WordTree tree = tree(NOUNS);
    List<Thing> things = tree.things();

    assertThat(tree.ancestors(things.get(3)))
        .extracting(Thing::word)
        .containsExactly("police dog", "dog", "entity");
    assertThat(tree.below(things.get(0))).containsExactly(things.get(1));
    assertThat(tree.below(things.get(3))).isEmpty();
    assertThat(tree.above(things.get(0))).isEmpty();
  }

  @Test
  void names_the_line_that_is_no_synset() {
    assertThatThrownBy(() -> tree("00000001 03 n 02 entity 0 | that which exists\n"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("data.noun: line 1 is no synset");
  }

  @Test
  void a_circle_ends() throws IOException {
    WordTree tree =
        tree(
            """
            00000001 03 n 01 a 0 001 @ 00000002 n 0000 | one
            00000002 03 n 01 b 0 001 @ 00000001 n 0000 | two
            """);

    assertThat(tree.ancestors(tree.things().get(0)))
        .extracting(Thing::word)
        .containsExactly("b", "a");
  }
}
