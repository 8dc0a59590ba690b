package magicbench.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documents point at nothing that isn't there. */
final class DocumentsTest {

  @Test
  void every_module_has_a_readme_and_tells_its_decisions() {
    List<Path> all = Documents.all();

    for (String module : Modules.NAMES) {
      assertThat(all)
          .contains(
              Modules.root().resolve(module).resolve("README.md"),
              Modules.root().resolve(module).resolve("DECISIONS.md"));
    }
  }

  @Test
  void enough_links_and_paths_are_looked_at() {
    assertThat(Documents.all().stream().flatMap(file -> Documents.targets(file).stream()))
        .hasSizeGreaterThan(10)
        .contains("results/README.md", "results/accepted", "DECISIONS.md");
  }

  @Test
  void every_relative_link_and_path_leads_somewhere() {
    List<String> dead =
        Documents.all().stream()
            .flatMap(
                document ->
                    Documents.targets(document).stream()
                        .filter(target -> !Documents.exists(document, target))
                        .map(target -> Modules.root().relativize(document) + ": " + target))
            .toList();

    assertThat(dead).isEmpty();
  }
}
