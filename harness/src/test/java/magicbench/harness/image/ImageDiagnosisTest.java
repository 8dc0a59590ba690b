package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import magicbench.results.record.Diagnosis;
import magicbench.results.record.Diagnosis.Finding;
import magicbench.results.record.Diagnosis.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageDiagnosisTest {

  private static final int RECORD_BYTES = 3073;

  @TempDir private Path data;

  private Path debian() {
    return data.resolve("debian");
  }

  private List<Finding> ofNamedFolder() {
    List<Path> places = List.of(data.resolve(FashionMnist.NAME), debian());
    return new ImageDiagnosis(Optional.of(data), places, 1).examine();
  }

  private List<Finding> withoutFolder() {
    return new ImageDiagnosis(Optional.empty(), List.of(debian()), 1).examine();
  }

  private static Finding of(String subject, List<Finding> findings) {
    return findings.stream()
        .filter(each -> each.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private void writeCifar(byte label) throws IOException {
    Path folder =
        Files.createDirectories(data.resolve(CifarBinary.NAME).resolve("cifar-10-batches-bin"));
    byte[] record = new byte[RECORD_BYTES];
    record[0] = label;
    for (int batch = 1; batch <= 5; batch++) {
      Files.write(folder.resolve("data_batch_" + batch + ".bin"), record);
    }
    Files.write(folder.resolve("test_batch.bin"), record);
  }

  @Test
  void fashion_mnist_that_is_nowhere_narrows_a_run_and_two_ways_get_it() {
    Finding finding = of("data fashion-mnist", withoutFolder());

    assertThat(finding.level()).isEqualTo(Level.WARN);
    assertThat(finding.found()).isEqualTo("is in none of [" + debian() + "]");
    assertThat(finding.remedy())
        .isEqualTo(
            "run 'apt-get install dataset-fashion-mnist', or 'magicbench data fetch fashion-mnist"
                + " --to DIR' and give -Dmagicbench.data=DIR");
  }

  @Test
  void where_a_data_folder_is_named_the_command_puts_it_there() {
    assertThat(of("data fashion-mnist", ofNamedFolder()).remedy())
        .endsWith("'magicbench data fetch fashion-mnist --to " + data + "'");
  }

  @Test
  void a_file_that_is_not_the_published_one_is_told() throws IOException {
    Path folder = Files.createDirectories(data.resolve(FashionMnist.NAME));
    Files.write(folder.resolve("train-images-idx3-ubyte"), IdxBytes.bytes(IdxBytes.PICTURES));
    Files.write(folder.resolve("train-labels-idx1-ubyte"), IdxBytes.bytes(IdxBytes.LABELS));

    Finding finding = of("data fashion-mnist", ofNamedFolder());

    assertThat(finding.level()).isEqualTo(Level.WARN);
    assertThat(finding.found()).contains("SHA-256");
  }

  @Test
  void without_a_data_folder_nothing_is_said_of_the_others() {
    assertThat(withoutFolder()).hasSize(1);
  }

  @Test
  void in_a_data_folder_mnist_and_cifar_10_are_looked_for() {
    assertThat(ofNamedFolder())
        .extracting(Finding::subject)
        .containsExactly("data fashion-mnist", "data mnist", "data cifar-10");
    assertThat(of("data mnist", ofNamedFolder()).remedy())
        .isEqualTo("run 'magicbench data fetch mnist --to " + data + "'");
  }

  @Test
  void cifar_10_as_fetched_is_fine() throws IOException {
    writeCifar((byte) 9);

    assertThat(of("data cifar-10", ofNamedFolder()))
        .isEqualTo(
            Finding.ok(
                "data cifar-10",
                data.resolve("cifar-10/cifar-10-batches-bin") + ", lengths and labels right"));
  }

  @Test
  void cifar_10_with_a_label_of_none_of_its_classes_is_told() throws IOException {
    writeCifar((byte) 10);

    assertThat(of("data cifar-10", ofNamedFolder()).found()).contains("has the label 10");
  }

  @Test
  void the_published_files_are_fine_where_this_machine_has_them() {
    assumeThat(FashionMnist.folder(List.of(FashionMnist.DEBIAN))).as("not here").isPresent();

    assertThat(
            of(
                "data fashion-mnist",
                new ImageDiagnosis(Optional.empty(), List.of(FashionMnist.DEBIAN), 1).examine()))
        .extracting(Finding::level)
        .isEqualTo(Level.OK);
  }

  @Test
  void the_doctor_finds_it() {
    assertThat(ServiceLoader.load(Diagnosis.class))
        .anySatisfy(diagnosis -> assertThat(diagnosis).isInstanceOf(ImageDiagnosis.class));
  }
}
