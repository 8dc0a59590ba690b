package magicbench.harness.execution.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import magicbench.results.file.InputException;
import magicbench.results.record.Diagnosis;

/** Says whether trials could run on a Spark cluster; nothing is wrong where they couldn't. */
public final class SparkDiagnosis implements Diagnosis {

  private final Optional<String> environment;
  private final Path root;

  /** Looks where {@code SPARK_HOME} says, else in the project's folder. */
  public SparkDiagnosis() {
    this(
        Optional.ofNullable(System.getenv("SPARK_HOME")),
        Path.of(System.getProperty("magicbench.root", ".")));
  }

  SparkDiagnosis(Optional<String> environment, Path root) {
    this.environment = environment;
    this.root = root;
  }

  @Override
  public List<Finding> examine() {
    try {
      SparkHome home = SparkHome.find(Optional.empty(), environment, root);
      return List.of(Finding.ok("spark", home.folder() + ", for --executor spark"));
    } catch (InputException e) {
      return List.of(
          Finding.ok("spark", "not here; 'mvn -Pspark package' gets it for --executor spark"));
    }
  }
}
