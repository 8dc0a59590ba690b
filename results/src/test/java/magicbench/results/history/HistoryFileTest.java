package magicbench.results.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryFileTest {

  private static final HistoryEntry RUN = Past.run("abc", 0.25, 0.5);

  @TempDir private Path folder;

  @Test
  void a_line_reads_back_as_it_was() {
    HistoryFile.append(file(), List.of(RUN));

    assertThat(HistoryFile.read(file())).containsExactly(RUN);
  }

  @Test
  void the_format_is_sealed() throws IOException {
    HistoryFile.append(file(), List.of(RUN));

    assertThat(Files.readString(file()))
        .isEqualTo(
            """
            {"claim":"%s","commit":"abc","cost":{"cpuSeconds":80.0,"machine":"a processor, 2 cores",\
            "trials":8,"wallSeconds":90.0},"day":"2026-01-31",\
            "design":"4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a",\
            "device":"cpu","effect":0.375,"interval":{"confidence":0.95,"high":0.875,"low":-0.125},\
            "perSeed":{"1":0.25,"2":0.5},"scale":"tiny","schemaVersion":1,"verdict":"REPRODUCED",\
            "version":1}
            """
                .formatted(Past.claim()));
  }

  @Test
  void a_run_that_is_known_is_not_added_again() {
    HistoryFile.append(file(), List.of(RUN));

    assertThat(HistoryFile.append(file(), List.of(RUN, Past.run("def", 0.25, 0.5)))).isEqualTo(1);
    assertThat(HistoryFile.read(file()))
        .extracting(HistoryEntry::commit)
        .containsExactly("abc", "def");
  }

  @Test
  void no_file_is_no_history() {
    assertThat(HistoryFile.read(file())).isEmpty();
  }

  @Test
  void a_broken_line_is_named_by_its_number() throws IOException {
    HistoryFile.append(file(), List.of(RUN));
    Files.writeString(file(), Files.readString(file()) + "{\"claim\": \n");

    assertThatThrownBy(() -> HistoryFile.read(file()))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file() + " line 2");
  }

  @Test
  void an_unknown_field_is_refused() throws IOException {
    HistoryFile.append(file(), List.of(RUN));
    Files.writeString(file(), Files.readString(file()).replace("\"version\"", "\"versions\""));

    assertThatThrownBy(() -> HistoryFile.read(file()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("version");
  }

  private Path file() {
    return HistoryFile.in(folder, "tiny", "cpu");
  }
}
