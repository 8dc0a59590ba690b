package magicbench.ci.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import magicbench.results.record.Diagnosis.Finding;
import magicbench.results.record.Diagnosis.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DiagnosisTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "Linux,amd64,linux-x86_64",
    "Linux,aarch64,linux-aarch64",
    "Mac OS X,aarch64,osx-aarch64",
    "Windows 11,amd64,win-x86_64",
    "Mac OS X,x86_64,osx-x86_64",
    "FreeBSD,amd64,freebsd-x86_64",
    "Linux,riscv64,linux-riscv64"
  })
  void natives_are_named_after_system_and_processor(String os, String arch, String expected) {
    assertThat(EngineDiagnosis.classifier(os, arch)).isEqualTo(expected);
  }

  @Test
  void natives_of_this_machine_are_fine() throws IOException {
    assertThat(natives("linux-x86_64")).extracting(Finding::level).isEqualTo(Level.OK);
  }

  @Test
  void natives_of_another_machine_are_missing_and_named() throws IOException {
    Finding finding = natives("osx-aarch64");

    assertThat(finding.level()).isEqualTo(Level.MISSING);
    assertThat(finding.found()).contains("osx-aarch64");
  }

  @Test
  void a_machine_that_no_natives_are_made_for_is_told_to_run_elsewhere() throws IOException {
    Finding finding = natives("linux-x86_64", "osx-x86_64");

    assertThat(finding.found()).isEqualTo("there are none for osx-x86_64");
    assertThat(finding.remedy()).contains("osx-aarch64").contains("judged here");
  }

  @Test
  void a_cache_folder_that_is_not_there_yet_is_fine() {
    Finding finding = new CacheDiagnosis(folder.resolve("a/b")).examine().get(0);

    assertThat(finding.found()).contains("free");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_file_where_the_cache_folder_should_be_is_missing() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    Finding finding = new CacheDiagnosis(file.resolve("cache")).examine().get(0);

    assertThat(finding.level()).isEqualTo(Level.MISSING);
    assertThat(finding.remedy()).contains("--cache");
  }

  @Test
  void maven_is_needed_to_build_only() {
    assertThat(new MachineDiagnosis(Map.of("PATH", folder.toString())::get).examine())
        .filteredOn(finding -> finding.subject().equals("Maven"))
        .singleElement()
        .extracting(Finding::level)
        .isEqualTo(Level.WARN);
  }

  private Finding natives(String classifier) throws IOException {
    return natives(classifier, "linux-x86_64");
  }

  private Finding natives(String classifier, String machine) throws IOException {
    Path properties = folder.resolve("native/lib/pytorch.properties");
    Files.createDirectories(properties.getParent());
    Files.writeString(properties, "version=2.7.1\nflavor=cpu\nclassifier=" + classifier + "\n");
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      return new EngineDiagnosis(true, loader, machine).examine().get(1);
    }
  }
}
