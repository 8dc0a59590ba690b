package magicbench.ci;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What this project's Maven build understands. */
public final class MavenOptions {

  private static final Set<String> OPTIONS = Set.of("-B", "-q", "-o", "--no-transfer-progress");
  private static final Set<String> PHASES = Set.of("compile", "test", "package", "verify");

  private MavenOptions() {}

  /**
   * The words of a command line that name nothing: no phase, no option that recipes use, no profile
   * and no property of a pom.
   */
  public static List<String> unknown(List<String> words) {
    String poms =
        Stream.concat(Stream.of("."), Modules.NAMES.stream())
            .map(module -> Modules.root().resolve(module).resolve("pom.xml"))
            .map(Recipes::text)
            .collect(Collectors.joining("\n"));
    return words.stream().filter(word -> !isKnown(word, poms)).toList();
  }

  private static boolean isKnown(String word, String poms) {
    if (word.startsWith("-P")) {
      String profile = "<profile>\\s*<id>" + word.substring(2) + "</id>";
      return Pattern.compile(profile).matcher(poms).find();
    }
    if (word.startsWith("-D")) {
      String property = word.substring(2).replaceFirst("=.*", "");
      return poms.contains("<" + property + ">") || poms.contains("${" + property + "}");
    }
    return OPTIONS.contains(word) || PHASES.contains(word);
  }
}
