package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderAuditTest {

  @TempDir private Path root;

  /** 100 files: one corrupt, one each of inks, grey and turned, the others plain. */
  @BeforeEach
  void fill() throws IOException {
    Files.createDirectories(root.resolve("cat"));
    byte[] plain = JpegBytes.colour(4, 4, 0x336699);
    for (int number = 10; number < 106; number++) {
      put(number, plain);
    }
    put(106, JpegBytes.inks(0, 255, 255, 255, 255));
    put(107, JpegBytes.grey(4, 4, 9));
    put(108, JpegBytes.held(plain, 3, true));
    put(109, new byte[] {1, 2, 3});
  }

  private void put(int number, byte[] file) throws IOException {
    Files.write(root.resolve(String.format("cat/%03d.JPEG", number)), file);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void counts_what_it_finds(int threads) {
    FolderAudit audit = FolderAudit.of(FolderImages.open(root), threads);

    assertThat(audit).isEqualTo(new FolderAudit(99, 1, 1, 1, 1, List.of("cat/109.JPEG")));
  }

  @Test
  void what_is_corrupt_is_skipped() {
    FolderImages images = FolderImages.open(root);

    FolderImages sound = images.without(FolderAudit.of(images, 0));

    assertThat(IntStream.range(0, sound.size()).mapToObj(sound::name))
        .hasSize(99)
        .endsWith("cat/108.JPEG");
  }

  @Test
  void refuses_a_folder_of_which_more_than_one_in_a_hundred_is_corrupt() throws IOException {
    put(50, new byte[0]);

    FolderImages images = FolderImages.open(root);

    assertThatThrownBy(() -> FolderAudit.of(images, 2))
        .isInstanceOf(InputException.class)
        .hasMessage(
            root
                + ": more than 1 % of its 100 pictures can't be decoded, the first: cat/050.JPEG;"
                + " fetch the pictures again");
  }
}
