package magicbench.harness.execution.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import magicbench.results.file.InputException;
import magicbench.results.record.TrialExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkExecutorTest {

  private static final String MASTER = "spark://a:7077";

  @TempDir private Path folder;

  @Test
  void is_found_by_its_name() {
    assertThat(ServiceLoader.load(TrialExecutor.class))
        .extracting(TrialExecutor::name)
        .contains("spark");
  }

  @Test
  void says_which_command_fetches_spark_where_it_is_missing() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> executor(Map.of("master", MASTER, "home", folder.toString())))
        .withMessageStartingWith(folder.resolve("jars").toString())
        .withMessageContaining("mvn -B -Pspark package -DskipTests")
        .withMessageContaining("--spark-home");
  }

  @Test
  void asks_for_a_master() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> executor(Map.of("home", installation())))
        .withMessageStartingWith("--master: is not given");
  }

  @ParameterizedTest
  @ValueSource(strings = {"local[2]", "mesos://a", "spark://", ""})
  void refuses_what_is_no_cluster(String master) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> executor(Map.of("master", master, "home", installation())))
        .withMessageContaining("is " + master);
  }

  @ParameterizedTest
  @ValueSource(strings = {MASTER, "k8s://https://a:6443", "yarn", "local-cluster[2,1,1024]"})
  void starts_nothing_before_the_first_trial(String master) {
    assertThatCode(() -> executor(Map.of("master", master, "home", installation())))
        .doesNotThrowAnyException();
  }

  @Test
  void keeps_one_task_an_executor_without_speculation_unless_told_otherwise() {
    assertThat(SparkDefaults.with(7, Map.of("spark.executor.memory", "2g")))
        .containsEntry("spark.executor.cores", "1")
        .containsEntry("spark.task.cpus", "1")
        .containsEntry("spark.speculation", "false")
        .containsEntry("spark.cores.max", "7")
        .containsEntry("spark.executor.memory", "2g");
  }

  private static void executor(Map<String, String> settings) {
    new SparkExecutor().runner(new TreeMap<>(settings));
  }

  private String installation() {
    try {
      Path jars = Files.createDirectories(folder.resolve("spark/jars"));
      Files.write(jars.resolve("spark-core_2.13-4.jar"), new byte[0]);
      return jars.getParent().toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
