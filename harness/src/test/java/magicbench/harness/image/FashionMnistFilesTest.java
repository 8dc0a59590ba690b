package magicbench.harness.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The published files, where this machine has them. */
class FashionMnistFilesTest {

  @Test
  void the_published_files_are_read_whole() {
    List<Path> places =
        FashionMnist.places(
            Optional.ofNullable(System.getProperty("magicbench.data")).map(Path::of));
    assumeThat(places).as("no Fashion-MNIST here").anyMatch(Files::isDirectory);

    ImageParts parts = FashionMnist.read(places, 32);

    assertThat(List.of(parts.train().size(), parts.test().size())).containsExactly(60_000, 10_000);
    assertThat(IntStream.range(0, 10_000).filter(each -> parts.test().label(each) == 9).count())
        .isEqualTo(1_000);
  }
}
