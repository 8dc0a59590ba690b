package magicbench.harness.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.harness.execution.TinyImageTrials;
import magicbench.harness.space.ImageLayout;
import magicbench.results.file.InputException;
import magicbench.results.record.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageLayoutFileTest {

  private static final ImageLayout LAYOUT =
      new ImageLayout(TinyImageTrials.space(), TinyImageTrials.CHILD);

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve(ImageLayoutFile.NAME);
  }

  @Test
  void reads_the_layout_that_it_wrote() {
    ImageLayoutFile.write(folder, LAYOUT);

    assertThat(ImageLayoutFile.read(file())).isEqualTo(LAYOUT);
  }

  @Test
  void a_missing_layout_is_one_line() {
    assertThatThrownBy(() -> ImageLayoutFile.read(file()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("image-layout.json: no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[]", "layout", "{\"architecture\": \"k3e1\"}"})
  void a_foreign_file_is_one_line(String text) throws IOException {
    Files.writeString(file(), text);

    assertThatThrownBy(() -> ImageLayoutFile.read(file()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("image-layout.json")
        .hasMessageNotContaining("\n");
  }

  @Test
  void a_child_model_of_another_space_is_one_line() throws IOException {
    ImageLayoutFile.write(folder, LAYOUT);
    Files.writeString(
        file(), Files.readString(file()).replace(TinyImageTrials.CHILD, "k7e1.skip.k5e1"));

    assertThatThrownBy(() -> ImageLayoutFile.read(file()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("layer 0 uses k7e1, which is none of");
  }

  @Test
  void a_record_tells_a_layout_stage_by_stage() {
    Table table = ImageLayoutTable.of(List.of(LAYOUT));

    assertThat(table.text("stages")).containsExactly("2x5s1 1x6s2");
    assertThat(table.text("architecture")).containsExactly(TinyImageTrials.CHILD);
    assertThat(table.number("stemWidth")).containsExactly(4);
    assertThat(table.number("headWidth")).containsExactly(8);
  }
}
