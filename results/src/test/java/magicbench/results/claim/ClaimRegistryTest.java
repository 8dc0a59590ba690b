package magicbench.results.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimRegistryTest {

  @TempDir private Path folder;

  @Test
  void gathers_the_claim_files_of_every_index_on_the_classpath() throws IOException {
    Path first = jar("one", "# a comment\n\nclaims/a.yaml\n");
    Files.writeString(first.resolve("claims/a.yaml"), ClaimFileTest.golden());
    Path second = jar("two", "claims/b.yaml\n");
    Files.writeString(second.resolve("claims/b.yaml"), other());

    ClaimRegistry registry = ClaimRegistry.fromClasspath(loader(first, second));

    assertThat(registry.all())
        .extracting(Claim::id)
        .containsExactly(
            "interference.grows-with-differences",
            "other.grows-with-differences",
            "other.inputs",
            "similarity.inputs");
    assertThat(registry.suites()).containsExactly("interference", "other");
  }

  @Test
  void names_a_listed_file_that_is_missing() throws IOException {
    Path jar = jar("one", "claims/none.yaml\n");

    assertThatThrownBy(() -> ClaimRegistry.fromClasspath(loader(jar)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("META-INF/magicbench/claims: lists claims/none.yaml, which is not");
  }

  @Test
  void names_both_files_of_a_duplicate_id() throws IOException {
    List<Claim> claims = ClaimFileTest.read(ClaimFileTest.golden());

    assertThatThrownBy(() -> ClaimRegistry.of(Map.of("a.yaml", claims, "b.yaml", claims)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "b.yaml: claim id interference.grows-with-differences is used in a.yaml already;"
                + " rename one of them");
  }

  @Test
  void lists_the_known_suites_when_a_suite_is_unknown() throws IOException {
    ClaimRegistry registry = registry();

    assertThat(registry.suite("interference")).hasSize(2);
    assertThatThrownBy(() -> registry.suite("glue"))
        .isInstanceOf(InputException.class)
        .hasMessage("suite glue: no such suite; use one of [interference]");
  }

  @Test
  void lists_the_known_ids_when_a_claim_is_unknown() throws IOException {
    ClaimRegistry registry = registry();

    assertThat(registry.byId("similarity.inputs").version()).isEqualTo(1);
    assertThatThrownBy(() -> registry.byId("x"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("[interference.grows-with-differences, similarity.inputs]");
  }

  @Test
  void is_empty_without_an_index() throws IOException {
    assertThat(ClaimRegistry.fromClasspath(loader(folder)).all()).isEmpty();
  }

  private static ClaimRegistry registry() throws IOException {
    return ClaimRegistry.of(Map.of("a.yaml", ClaimFileTest.read(ClaimFileTest.golden())));
  }

  private static String other() throws IOException {
    return ClaimFileTest.golden()
        .replace("suite: interference", "suite: other")
        .replace("id: interference.", "id: other.")
        .replace("id: similarity.", "id: other.");
  }

  private Path jar(String name, String index) throws IOException {
    Path jar = folder.resolve(name);
    Files.createDirectories(jar.resolve("META-INF/magicbench"));
    Files.createDirectories(jar.resolve("claims"));
    Files.writeString(jar.resolve("META-INF/magicbench/claims"), index);
    return jar;
  }

  private static ClassLoader loader(Path... jars) throws IOException {
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      urls[i] = jars[i].toUri().toURL();
    }
    return new URLClassLoader(urls, null);
  }
}
