package magicbench.results.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictFileTest {

  private static final Verdicts VERDICTS =
      Handmade.verdicts(
          Handmade.judgement(Claims.falls(), Handmade.UNDECIDED),
          Handmade.judgement(Claims.rises(), Handmade.NOT_RUN));

  @TempDir Path folder;

  @Test
  void writes_the_golden_file() throws IOException {
    Path file = folder.resolve("verdicts.json");

    VerdictFile.write(file, VERDICTS);

    assertThat(Files.readString(file)).isEqualTo(golden("verdicts.json"));
  }

  @Test
  void reads_the_golden_file() throws IOException {
    Path file = Files.writeString(folder.resolve("verdicts.json"), golden("verdicts.json"));

    assertThat(VerdictFile.read(file)).isEqualTo(VERDICTS);
  }

  @Test
  void refuses_a_truncated_file_with_its_place() throws IOException {
    String golden = golden("verdicts.json");
    Path file =
        Files.writeString(
            folder.resolve("verdicts.json"), golden.substring(0, golden.length() / 2));

    assertThatThrownBy(() -> VerdictFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("verdicts.json line ");
  }

  @Test
  void refuses_another_format() throws IOException {
    String later =
        golden("verdicts.json").replace("\"schemaVersion\" : 2", "\"schemaVersion\" : 9");
    Path file = Files.writeString(folder.resolve("verdicts.json"), later);

    assertThatThrownBy(() -> VerdictFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("schemaVersion is 9, not 2");
  }

  @Test
  void names_the_file_that_is_missing() {
    assertThatThrownBy(() -> VerdictFile.read(folder.resolve("none.json")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("none.json: no such file");
  }

  @Test
  void refuses_a_field_that_the_schema_does_not_know() throws IOException {
    String wrong = golden("verdicts.json").replace("\"adjustedPValue\"", "\"adjusted\"");
    Path file = Files.writeString(folder.resolve("verdicts.json"), wrong);

    assertThatThrownBy(() -> VerdictFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("/judgements/0/evidence")
        .hasMessageContaining("run the command judge again");
  }

  static String golden(String name) throws IOException {
    try (InputStream in = VerdictFileTest.class.getResourceAsStream(name)) {
      assertThat(in).as(name).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
