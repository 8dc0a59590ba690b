package magicbench.harness.execution.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.results.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {

  @TempDir private Path folder;

  @Test
  void rewrites_the_arguments_of_workers_for_the_clusters_machines() throws IOException {
    Path arguments = folder.resolve("worker.args");
    Files.writeString(arguments, "-Da=/home/me/mb/data:/else\n-cp\n/home/me/mb/lib/a.jar\n");

    new Installation(Path.of("/home/me/mb"), Path.of("/opt/mb")).move(arguments);

    assertThat(arguments).hasContent("-Da=/opt/mb/data:/else\n-cp\n/opt/mb/lib/a.jar\n");
  }

  @Test
  void wants_a_distribution_where_it_is_to_be_found_elsewhere() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Installation.at("/opt/mb"))
        .withMessageStartingWith("--executor-home");
  }
}
