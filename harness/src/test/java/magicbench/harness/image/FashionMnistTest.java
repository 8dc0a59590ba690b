package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import magicbench.results.file.InputException;
import magicbench.results.file.MissingDataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FashionMnistTest {

  @TempDir private Path data;

  @Test
  void the_user_s_folder_comes_before_debian_s() {
    assertThat(FashionMnist.places(Optional.of(data)))
        .containsExactly(data.resolve("fashion-mnist"), FashionMnist.DEBIAN);
  }

  @Test
  void without_a_user_s_folder_debian_s_is_left() {
    assertThat(FashionMnist.places(Optional.empty())).containsExactly(FashionMnist.DEBIAN);
  }

  @Test
  void where_it_is_missing_two_ways_to_get_it_are_told() {
    assertThatThrownBy(() -> FashionMnist.read(List.of(data)))
        .isInstanceOf(MissingDataException.class)
        .hasMessageStartingWith("Fashion-MNIST: is in none of [" + data + "]; ")
        .hasMessageContaining("apt-get install dataset-fashion-mnist")
        .hasMessageContaining("magicbench data fetch fashion-mnist");
  }

  @Test
  void other_pictures_under_its_names_are_refused() throws IOException {
    Files.write(
        data.resolve("train-images-idx3-ubyte.gz"),
        IdxBytes.gzipped(IdxBytes.bytes(IdxBytes.PICTURES)));
    Files.write(data.resolve("train-labels-idx1-ubyte"), IdxBytes.bytes(IdxBytes.LABELS));

    assertThatThrownBy(() -> FashionMnist.read(List.of(data)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Fashion-MNIST's c59f468a");
  }

  @Test
  void mnist_has_hashes_of_its_own() throws IOException {
    Path folder = Files.createDirectories(Mnist.places(data).get(0));
    Files.write(folder.resolve("train-images-idx3-ubyte"), IdxBytes.bytes(IdxBytes.PICTURES));
    Files.write(folder.resolve("train-labels-idx1-ubyte"), IdxBytes.bytes(IdxBytes.LABELS));

    assertThatThrownBy(() -> Mnist.read(Mnist.places(data)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("MNIST's ba891046");
  }

  @Test
  void both_have_ten_classes() {
    assertThat(List.of(FashionMnist.CLASS_NAMES.size(), Mnist.CLASS_NAMES.size()))
        .containsExactly(10, 10);
  }
}
