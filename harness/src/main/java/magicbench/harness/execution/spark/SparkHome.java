package magicbench.harness.execution.spark;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.harness.execution.Crew;
import magicbench.results.file.InputException;

/** An installation of Spark: a folder that holds a folder of jars. */
record SparkHome(Path folder) {

  private static final String JARS = "jars";
  private static final String WANTED = "spark-core_";

  /**
   * Looks for one.
   *
   * @param named the folder that the user names, if any
   * @param environment the folder that {@code SPARK_HOME} names, if any
   * @param root the project's folder, where the build puts Spark's jars
   * @throws InputException when there is none
   */
  static SparkHome find(Optional<String> named, Optional<String> environment, Path root) {
    Path built = root.resolve("target").resolve("spark");
    Path folder = named.or(() -> environment).map(Path::of).orElse(built).toAbsolutePath();
    if (!holdsSpark(folder.resolve(JARS))) {
      throw new InputException(
          folder.resolve(JARS).toString(),
          "holds no Spark, which --executor spark needs",
          "get it with 'mvn -B -Pspark package -DskipTests', or name an installation with"
              + " --spark-home DIR");
    }
    return new SparkHome(folder);
  }

  private static boolean holdsSpark(Path jars) {
    String[] names = jars.toFile().list();
    return names != null && Stream.of(names).anyMatch(name -> name.startsWith(WANTED));
  }

  /** The class path of a driver: Spark's jars, and ours behind them. */
  String classPath() {
    return folder.resolve(JARS).resolve("*") + File.pathSeparator + adapter();
  }

  /**
   * The class path of this package and what it uses: the harness and the paper trail, without any
   * library of theirs.
   */
  static String adapter() {
    return Stream.of(Crew.class, InputException.class)
        .map(SparkHome::home)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String home(Class<?> type) {
    try {
      Path home = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      return home.toAbsolutePath().toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no path to the class file of " + type.getName(), e);
    }
  }

  /** What Spark's jars need to be opened to them in a Java 17; its own scripts do the same. */
  static List<String> openings() {
    return Stream.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar")
        .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
        .toList();
  }
}
