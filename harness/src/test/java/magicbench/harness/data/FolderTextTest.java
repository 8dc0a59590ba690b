package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTextTest {

  private static final String GOOD = "{\"text\": \"It works. So be it.\"}\n";

  @TempDir private Path folder;

  @Test
  void reads_shards_in_the_order_of_their_names() throws IOException {
    Files.writeString(folder.resolve("b.txt"), "Second.\n");
    Files.writeString(folder.resolve("a.jsonl"), "{\"text\": \"First.\"}\n");
    Files.writeString(folder.resolve("notes.md"), "Not text.\n");

    assertThat(RealData.read(new FolderText(folder)))
        .extracting(Sentence::text)
        .containsExactly("First.", "Second.");
  }

  @Test
  void keeps_the_sentences_of_a_document_in_one_group() throws IOException {
    Files.writeString(
        folder.resolve("a.jsonl"), "{\"text\": \"One. Two.\\nThree.\"}\n{\"text\": \"Four.\"}\n");

    List<String> groups =
        RealData.read(new FolderText(folder)).stream().map(Sentence::group).toList();

    assertThat(groups).hasSize(4);
    assertThat(Set.copyOf(groups.subList(0, 3))).hasSize(1).doesNotContain(groups.get(3));
  }

  @Test
  void counts_a_malformed_line_among_many() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), GOOD.repeat(199) + "{\"text\": 1}\n");
    FolderText text = new FolderText(folder);

    assertThat(RealData.read(text)).hasSize(398);
    assertThat(text.malformedLines()).isEqualTo(1);
  }

  @Test
  void refuses_more_than_one_malformed_line_in_a_hundred() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), GOOD.repeat(98) + "{\n[]\n");

    assertThatThrownBy(() -> RealData.read(new FolderText(folder)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("2 of 100 lines are malformed")
        .hasMessageContaining("a.jsonl:99");
  }

  @Test
  void refuses_a_file_without_any_valid_line() throws IOException {
    Files.writeString(folder.resolve("a.jsonl"), GOOD.repeat(1000));
    Files.writeString(folder.resolve("b.jsonl"), "{}\n");

    assertThatThrownBy(() -> RealData.read(new FolderText(folder)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("b.jsonl: none of its 1 lines is valid");
  }

  @Test
  void refuses_a_line_past_the_limit() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "a ".repeat(1 << 20));

    assertThatThrownBy(() -> RealData.read(new FolderText(folder)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none of its 1 lines is valid");
  }

  @Test
  void refuses_a_folder_without_shards() {
    assertThatThrownBy(() -> new FolderText(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds no .txt and no .jsonl file");
  }

  @Test
  void refuses_a_folder_that_is_not_there() {
    assertThatThrownBy(() -> new FolderText(folder.resolve("none")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("can't be listed");
  }
}
