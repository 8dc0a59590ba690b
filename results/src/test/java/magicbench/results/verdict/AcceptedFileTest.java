package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptedFileTest {

  private static final AcceptedVerdicts ACCEPTED =
      AcceptedVerdicts.of(
          Handmade.verdicts(
              Handmade.judgement(Claims.falls(), Handmade.REPRODUCED),
              Handmade.judgement(Claims.rises(), Handmade.NOT_RUN)),
          "cpu",
          "abc");

  @TempDir Path folder;

  @Test
  void leaves_claims_out_that_were_not_run() {
    assertThat(ACCEPTED.entries()).containsOnlyKeys("test.falls");
  }

  @Test
  void writes_the_golden_file() throws IOException {
    Path file = AcceptedFile.in(folder, "bench", "cpu");

    AcceptedFile.write(file, ACCEPTED);

    assertThat(file).hasFileName("bench-cpu.json");
    assertThat(Files.readString(file)).isEqualTo(VerdictFileTest.golden("bench-cpu.json"));
  }

  @Test
  void reads_the_golden_file() throws IOException {
    Path file = AcceptedFile.in(folder, "bench", "cpu");
    Files.writeString(file, VerdictFileTest.golden("bench-cpu.json"));

    assertThat(AcceptedFile.read(file)).isEqualTo(ACCEPTED);
  }

  @Test
  void reads_a_file_of_version_1_which_names_no_records() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("bench-cpu.json"), VerdictFileTest.golden("bench-cpu-1.json"));

    assertThat(AcceptedFile.read(file).entries().get("test.falls"))
        .extracting(AcceptedVerdicts.Entry::protocolHash, AcceptedVerdicts.Entry::records)
        .containsExactly(Optional.empty(), new TreeMap<>());
  }

  @Test
  void refuses_a_file_of_version_2_without_records() throws IOException {
    String bare =
        VerdictFileTest.golden("bench-cpu-1.json")
            .replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2");
    Path file = Files.writeString(folder.resolve("bench-cpu.json"), bare);

    assertThatThrownBy(() -> AcceptedFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("/entries/test.falls")
        .hasMessageContaining("restore it or run the command accept");
  }

  @Test
  void refuses_a_hash_that_is_none() throws IOException {
    String wrong = VerdictFileTest.golden("bench-cpu.json").replace("1".repeat(64), "1234");
    Path file = Files.writeString(folder.resolve("bench-cpu.json"), wrong);

    assertThatThrownBy(() -> AcceptedFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("/records/");
  }

  @Test
  void refuses_a_word_that_is_no_verdict() throws IOException {
    String wrong = VerdictFileTest.golden("bench-cpu.json").replace("REPRODUCED", "PASSED");
    Path file = Files.writeString(folder.resolve("bench-cpu.json"), wrong);

    assertThatThrownBy(() -> AcceptedFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("entry test.falls: unknown verdict PASSED");
  }
}
