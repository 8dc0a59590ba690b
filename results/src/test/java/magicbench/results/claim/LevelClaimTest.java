package magicbench.results.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

/** Claims of a level that the paper states. */
class LevelClaimTest {

  @Test
  void is_read_with_its_limit() throws IOException {
    Claim claim = ClaimFileTest.read(yaml()).get(0);

    assertThat(claim.metric().statesLevel()).isTrue();
    assertThat(claim.metric().limit()).contains(new Metric.Limit("multiplyAdds", 600_000_000));
  }

  @Test
  void reads_back_as_it_is_written() throws IOException {
    List<Claim> claims = ClaimFileTest.read(yaml());
    byte[] written = Json.write(claims.get(0)).getBytes(StandardCharsets.UTF_8);

    assertThat(Json.as("claim", Json.tree("claim", written, ""), Claim.class))
        .isEqualTo(claims.get(0));
  }

  @Test
  void a_metric_without_a_limit_writes_none() throws IOException {
    Claim claim = ClaimFileTest.read(ClaimFileTest.golden()).get(0);

    assertThat(Json.write(claim)).doesNotContain("limit");
  }

  /** Each line: a text of the file, what to put there, and what the message must say. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "value: 76.8, unit: \"% top-1\", grade: secondary | unit: \"% top-1\", grade: unknown |"
            + " /claims/0/paperValue: no value, but the metric is of kind level; add it with",
        "unit: \"% top-1\"\\n | unit: points\\n |"
            + " /claims/0/tolerance/unit: points is not the unit of the paper's value, % top-1;",
        "value: 0.438 | value: 0.437 | /claims/0/tolerance/value: 0.437 is not what seed-spread",
        "most: 600000000 | most: 0 | /claims/0/metric/limit/most: must have an exclusive minimum",
        "limit: {metric: | limit: {figure: | /claims/0/metric/limit:",
      })
  void names_place_and_remedy_of_a_fault(String good, String bad, String message)
      throws IOException {
    String yaml =
        yaml().replaceFirst(Pattern.quote(good.replace("\\n", "\n")), bad.replace("\\n", "\n"));

    assertThatThrownBy(() -> ClaimFileTest.read(yaml))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(message);
  }

  private static String yaml() throws IOException {
    try (InputStream in = LevelClaimTest.class.getResourceAsStream("level.yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
