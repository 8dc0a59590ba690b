package magicbench.results.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardTest {

  @Test
  void reads_two_numbers_with_a_slash_between() {
    assertThat(Shard.parse("2/8")).isEqualTo(new Shard(2, 8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2", "2/", "/8", "0/8", "9/8", "1/0", "-1/8", "1/99999999", "1/8;ls"})
  void refuses_anything_else(String text) {
    assertThatThrownBy(() -> Shard.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shard");
  }
}
