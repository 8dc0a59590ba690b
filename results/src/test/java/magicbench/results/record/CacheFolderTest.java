package magicbench.results.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CacheFolderTest {

  private static final Path ROOT = Path.of("/work").toAbsolutePath();
  private static final Map<String, String> HOME = Map.of("user.home", "/home/ada");

  @Test
  void it_is_in_the_home_folder_where_nothing_else_is_said() {
    assertThat(folder(HOME, Map.of()))
        .isEqualTo(Path.of("/home/ada/.cache/magicbench").toAbsolutePath());
  }

  @Test
  void the_environment_moves_it() {
    assertThat(folder(HOME, Map.of("XDG_CACHE_HOME", "/big")))
        .isEqualTo(Path.of("/big/magicbench").toAbsolutePath());
  }

  @Test
  void the_property_names_it_and_goes_before_the_environment() {
    assertThat(folder(Map.of("magicbench.cache", "/mine"), Map.of("XDG_CACHE_HOME", "/big")))
        .isEqualTo(Path.of("/mine").toAbsolutePath());
  }

  @Test
  void a_relative_property_is_relative_to_the_root() {
    assertThat(folder(Map.of("magicbench.cache", "a/../store"), Map.of()))
        .isEqualTo(ROOT.resolve("store"));
  }

  private static Path folder(Map<String, String> properties, Map<String, String> variables) {
    return CacheFolder.of(
        ROOT,
        name -> Optional.ofNullable(properties.get(name)),
        name -> Optional.ofNullable(variables.get(name)));
  }
}
