package magicbench.results.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimFileTest {

  @Test
  void reads_the_golden_file_as_the_golden_claims() throws IOException {
    List<Claim> claims = read(golden());

    assertThat(Json.write(claims)).isEqualTo(text("claims.json"));
  }

  @Test
  void leaves_an_unknown_paper_value_empty() throws IOException {
    List<Claim> claims = read(golden());

    assertThat(claims.get(0).paperValue().value()).isEmpty();
    assertThat(claims.get(1).paperValue().value()).contains(0.36);
  }

  @Test
  void takes_the_suite_from_the_head_of_the_file() throws IOException {
    assertThat(read(golden())).extracting(Claim::suite).containsOnly("interference");
  }

  /** Each line: a text of the golden file, what to put there, and what the message must say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: More | titel: More | /claims/1: property 'titel' is not defined in the",
        "locator: abstract | locator: abstract, surprise: 1 | line 12, column 34: mapping values are not allowed",
        "note: \"\" | page: 3 | /claims/0/source: property 'page' is not defined in",
        "version: 2 | version: two | /claims/0/version: string found, integer expected;",
        "version: 2 | version: 0 | /claims/0/version: must have a minimum value of 1;",
        "version: 2 | version: 3 | /claims/0/changes: 1 lines for version 3; write 2, one",
        "version: 1 | version: 2 | /claims/1/changes: 0 lines for version 2; write 1, one",
        "similarity.inputs | interference.grows-with-differences | /claims/1/id: duplicate claim id",
        "null-rank-correlation | guess | /claims/0/tolerance/derivation/formula: unknown formula gues",
        "value: 0.0899 | value: 0.0898 | /claims/0/tolerance/value: 0.0898 is not what null-rank-",
        "observations: 476 | pairs: 476 | /claims/0/tolerance/derivation/inputs: null-rank-correlat",
        "observations: 476 | observations: 1 | /claims/0/tolerance/derivation/inputs: observations 1",
        "level: 0.05} | level: 1.5} | /claims/0/tolerance/derivation/inputs: level 1.5 is not betwe",
        "grade: unknown | grade: verbatim | /claims/0/paperValue: no value, but its grade is not un",
        "value: 0.36, unit: Spearman's rho, grade: secondary | value: 1, unit: u, grade: unknown |"
            + " /claims/1/paperValue/value: 1.0 is given, but its grade is unknown;",
        "confidence: 0.9, | confidence: 1, | /claims/1/decision/confidence: must have an exclusive",
        "trainedShare: 0.5 | trainedShare: 50 | /claims/1/metric/trainedShare: must have a maximum",
        "direction: decreasing | direction: down | /claims/0/direction: does not have a value in th",
        "schemaVersion: 1 | schemaVersion: 2 | /schemaVersion: must be the constant value '1';",
        "schemaVersion: 1 | schemaVersion: [ | line",
        "schemaVersion: 1 | schemaVersion: *v | line 1, column 16: alias *v is not supported;",
        "suite: interference | 'suite: a\nsuite: b' | line 3, column 8: Duplicate field 'suite';",
      })
  void names_file_place_and_remedy_of_a_fault(String good, String bad, String message)
      throws IOException {
    String yaml = golden().replaceFirst(Pattern.quote(good), bad);

    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("claims.yaml ")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  static String golden() throws IOException {
    return text("claims.yaml");
  }

  static List<Claim> read(String yaml) {
    return ClaimFile.read(
        "claims.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static String text(String name) throws IOException {
    try (InputStream in = ClaimFileTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
