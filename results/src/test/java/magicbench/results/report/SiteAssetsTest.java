package magicbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import magicbench.results.file.Hashes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteAssetsTest {

  @TempDir Path folder;

  @Test
  void a_site_with_a_plot_has_every_library_as_it_is_recorded() throws IOException {
    write(Fixture.small());

    for (SiteAssets.Library library : SiteAssets.libraries()) {
      byte[] copied = Files.readAllBytes(folder.resolve("assets").resolve(library.file()));
      assertThat(Hashes.sha256(copied)).as(library.file()).isEqualTo(library.sha256());
    }
  }

  @Test
  void a_site_without_a_plot_has_none() {
    Site.write(List.of(), List.of(), folder);

    assertThat(folder.resolve("index.html")).exists();
    assertThat(folder.resolve("assets")).doesNotExist();
  }

  @Test
  void the_recorded_versions_are_those_that_the_build_unpacks() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));

    assertThat(SiteAssets.libraries())
        .isNotEmpty()
        .allSatisfy(
            library ->
                assertThat(pom)
                    .contains(
                        "<artifactId>%s</artifactId>\n                  <version>%s</version>"
                            .formatted(library.library(), library.version())));
  }

  @Test
  void the_script_loads_a_library_that_is_there() throws IOException {
    write(Fixture.small());

    assertThat(Files.readString(folder.resolve(SiteAssets.SCRIPT)))
        .contains("'" + SiteAssets.libraries().get(0).file() + "'");
  }

  private void write(Fixture fixture) {
    Site.write(
        fixture.verdicts().stream()
            .map(each -> new ReportedScale(each, fixture.records()))
            .toList(),
        List.of(),
        folder);
  }
}
