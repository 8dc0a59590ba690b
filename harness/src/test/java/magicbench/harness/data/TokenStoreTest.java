package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenStoreTest {

  private static final byte[] BYTES =
      TokenFiles.bytes(new int[] {5, 299}, new int[] {}, new int[] {7});

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void choosePlace() {
    file = folder.resolve("train.tokens");
  }

  @Test
  void writes_the_published_layout() {
    String expected =
        "014d42544f4b454e" // magic
            + "01000000" // version
            + "2c010000" // 300 pieces
            + "0000000001000000020000000300000004000000" // special pieces
            + "ab".repeat(32) // identity
            + "05002b0103000300070003" // tokens …
            + "00"
            + "0300000000000000" // sentences
            + "0600000000000000"; // tokens

    assertThat(HexFormat.of().formatHex(BYTES)).startsWith(expected).endsWith("014d42545f454e44");
  }

  @Test
  void reads_across_the_borders_of_chunks() throws IOException {
    Files.write(file, BYTES);
    TokenStore.Split split = TokenStore.openSplit(file, 2);
    int[] window = new int[6];
    split.copyWindow(0, 6, window, 0);

    assertThat(window).containsExactly(5, 299, 3, 3, 7, 3);
  }

  @Test
  void counts_whole_windows_only() throws IOException {
    Files.write(file, BYTES);

    assertThat(TokenStore.openSplit(file, 2).windows(4)).isEqualTo(1);
  }

  @Test
  void tells_what_the_file_is_about() throws IOException {
    Files.write(file, BYTES);
    TokenStore.Split split = TokenStore.openSplit(file, 2);

    assertThat(split.vocabularySize()).isEqualTo(300);
    assertThat(split.special()).isEqualTo(TokenFiles.SPECIAL);
    assertThat(split.sentences()).isEqualTo(3);
  }

  @Test
  void refuses_a_file_that_is_cut_off_anywhere() throws IOException {
    for (int length = 0; length < BYTES.length; length++) {
      Files.write(file, Arrays.copyOf(BYTES, length));

      assertThatThrownBy(() -> TokenStore.openSplit(file, 2))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("it is cut off");
    }
  }

  @Test
  void refuses_a_flipped_token() throws IOException {
    Files.write(file, flipped(TokenFormat.HEADER_BYTES));

    assertThatThrownBy(() -> TokenStore.openSplit(file, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("train.tokens: its checksum is wrong; delete it and prepare");
  }

  @Test
  void refuses_a_file_with_any_byte_flipped() throws IOException {
    for (int place = 0; place < BYTES.length; place++) {
      Files.write(file, flipped(place));

      assertThatThrownBy(() -> TokenStore.openSplit(file, 2)).isInstanceOf(InputException.class);
    }
  }

  @Test
  void refuses_a_file_of_another_kind() throws IOException {
    Files.write(file, flipped(0));

    assertThatThrownBy(() -> TokenStore.openSplit(file, 2))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("it does not begin like a token file");
  }

  @Test
  void refuses_a_missing_file() {
    assertThatThrownBy(() -> TokenStore.open(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("prepare the corpus again");
  }

  private static byte[] flipped(int place) {
    byte[] bytes = BYTES.clone();
    bytes[place] ^= 1;
    return bytes;
  }
}
