package magicbench.harness.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import magicbench.harness.data.GlueTask.Part;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GLUE's real files, where {@code -Dmagicbench.data=DIR} names a folder that holds glue/. */
class GlueFilesTest {

  @ParameterizedTest
  @CsvSource({
    "COLA, TRAIN, 8551, 2",
    "COLA, DEV, 1043, 2",
    "SST2, TRAIN, 67349, 2",
    "SST2, DEV, 872, 2",
    "RTE, TRAIN, 2490, 2",
    "RTE, DEV, 277, 2",
    "STSB, TRAIN, 5749, 0",
    "STSB, DEV, 1500, 0"
  })
  void every_line_is_read(GlueTask task, Part part, int examples, int classes) {
    String folder = System.getProperty("magicbench.data", "");
    assumeThat(folder).as("no -Dmagicbench.data=DIR").isNotEmpty();
    Path glue = Path.of(folder, "glue");
    assumeThat(Files.exists(glue.resolve(task.folder()))).as(task + " isn't there").isTrue();

    GlueExamples read = GlueReader.read(glue, task, part);

    assertThat(read.examples()).hasSize(examples);
    assertThat(read.malformed()).isEmpty();
    assertThat(read.examples().stream().map(LabelledExample::target).distinct().count())
        .isGreaterThanOrEqualTo(classes);
  }
}
