package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextPiecesTest {

  @TempDir private Path folder;

  private TextPieces cut(String text) throws IOException {
    Files.writeString(folder.resolve("tokenizer.json"), SmallTokenizer.json());
    try (TextEncoder encoder = TextEncoder.of(folder)) {
      return encoder.cut(List.of(text)).get(0);
    }
  }

  private List<String> parts(String text) throws IOException {
    TextPieces pieces = cut(text);
    return IntStream.range(0, pieces.size())
        .mapToObj(piece -> pieces.span(piece, piece).in(text))
        .toList();
  }

  @Test
  void a_piece_knows_where_it_stands() throws IOException {
    assertThat(parts("a  bb a")).containsExactly("a", "b", "b", "a");
    assertThat(cut("a  bb a").ids()).containsExactly(5, 6, 7, 5);
  }

  @Test
  void what_stands_behind_an_emoji_is_where_it_was() throws IOException {
    assertThat(parts("😀 a 😀😀 b")).containsExactly("😀", "a", "😀😀", "b");
  }

  @Test
  void an_accent_stays_with_its_letter() throws IOException {
    assertThat(parts("a\u0301 b")).containsExactly("a\u0301", "b");
    assertThat(parts("b\u0301b\u0301")).containsExactly("b\u0301", "b\u0301");
  }

  @Test
  void an_empty_text_has_no_piece() throws IOException {
    assertThat(cut("").size()).isZero();
    assertThat(cut(" \u0301").size()).isZero();
  }
}
