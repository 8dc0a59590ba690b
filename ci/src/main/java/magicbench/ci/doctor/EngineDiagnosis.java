package magicbench.ci.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import magicbench.results.record.Diagnosis;

/** The engine and its native libraries, as far as the class path shows them; nothing is loaded. */
public final class EngineDiagnosis implements Diagnosis {

  private static final String NATIVES = "native/lib/pytorch.properties";
  private static final String BUILD = "run 'mvn -B verify' on this machine and use ./ci/magicbench";

  private static final Map<String, String> BITS =
      Map.of("amd64", "x86_64", "x86_64", "x86_64", "aarch64", "aarch64", "arm64", "aarch64");
  private static final Set<String> SUPPORTED =
      Set.of("linux-x86_64", "linux-aarch64", "osx-aarch64", "win-x86_64");
  private static final String ELSEWHERE =
      "run trials on one of " + new TreeSet<>(SUPPORTED) + "; records can be judged here";

  private final boolean canRunTrials;
  private final ClassLoader resources;
  private final String machine;

  /**
   * A look at the class path.
   *
   * @param canRunTrials whether something on it runs trials
   * @param resources the class path
   * @param machine operating system and processor, as the natives' classifiers spell them; see
   *     {@link #classifier}
   */
  public EngineDiagnosis(boolean canRunTrials, ClassLoader resources, String machine) {
    this.canRunTrials = canRunTrials;
    this.resources = resources;
    this.machine = machine;
  }

  /**
   * The classifier of the natives that a machine needs.
   *
   * @param operatingSystem as in the system property {@code os.name}
   * @param architecture as in the system property {@code os.arch}
   * @return for instance {@code linux-x86_64}, {@code osx-aarch64}, {@code win-x86_64}; for other
   *     machines a name of the same form
   */
  public static String classifier(String operatingSystem, String architecture) {
    String system = operatingSystem.toLowerCase(Locale.ROOT);
    String processor = architecture.toLowerCase(Locale.ROOT);
    String os = system.startsWith("mac") ? "osx" : system.startsWith("win") ? "win" : system;
    return os + "-" + BITS.getOrDefault(processor, processor);
  }

  @Override
  public List<Finding> examine() {
    Finding runner =
        canRunTrials
            ? Finding.ok("engine", "trials can be run here")
            : Finding.missing("engine", "nothing on the class path runs trials", BUILD);
    return List.of(runner, natives());
  }

  private Finding natives() {
    List<String> found = new ArrayList<>();
    for (URL url : nativesOnClassPath()) {
      Properties properties = read(url);
      String classifier = properties.getProperty("classifier", "unknown");
      String line =
          String.join(
              " ",
              "PyTorch",
              properties.getProperty("version", "unknown"),
              properties.getProperty("flavor", "unknown"),
              classifier);
      if (classifier.equals(machine)) {
        return Finding.ok("natives", line);
      }
      found.add(line);
    }
    return SUPPORTED.contains(machine)
        ? Finding.missing("natives", "none for " + machine + ", only " + found, BUILD)
        : Finding.missing("natives", "there are none for " + machine, ELSEWHERE);
  }

  private List<URL> nativesOnClassPath() {
    try {
      return Collections.list(resources.getResources(NATIVES));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Properties read(URL url) {
    Properties properties = new Properties();
    try (InputStream in = url.openStream()) {
      properties.load(in);
    } catch (IOException e) {
      properties.setProperty("version", "unreadable (" + e.getMessage() + ")");
    }
    return properties;
  }
}
