package magicbench.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import magicbench.results.record.RecordComparison;
import magicbench.results.record.RecordFile;
import magicbench.results.record.RunRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, as it was built, runs a suite on a real cluster and on this machine. */
@Tag("cluster")
final class SparkSmokeTest {

  @TempDir private Path folder;

  @Test
  void a_cluster_makes_the_records_that_this_machine_makes() throws Exception {
    Path said = folder.resolve("said.log");
    Process script =
        new ProcessBuilder(
                Modules.root().resolve("ci/scripts/spark-smoke").toString(), folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    script.onExit().orTimeout(5, TimeUnit.MINUTES).join();
    assertThat(script.exitValue()).as(() -> "see " + said).isZero();

    List<RunRecord> local = RecordFile.readAll(folder.resolve("local/records"));
    List<RunRecord> cluster = RecordFile.readAll(folder.resolve("spark/records"));
    assertThat(cluster)
        .hasSameSizeAs(local)
        .allSatisfy(record -> assertThat(record.provenance().place().executor()).isNotBlank());
    for (int index = 0; index < local.size(); index++) {
      assertThat(RecordComparison.sameMeasurements(local.get(index), cluster.get(index)))
          .as(local.get(index).trial().id())
          .isEmpty();
    }
  }
}
