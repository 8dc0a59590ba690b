package magicbench.ci;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the project's documents point at. */
public final class Documents {

  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
  private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
  private static final Pattern PATH =
      Pattern.compile("(?:results|harness|baselines|suites|ci|src)/[\\w./*-]+");
  private static final Pattern COMMAND = Pattern.compile("(?:\\./ci/)?magicbench +([a-z].*)");

  private Documents() {}

  /** Every README.md, DECISIONS.md and the other documents of the root and the modules. */
  static List<Path> all() {
    List<Path> documents = new ArrayList<>(in(Modules.root()));
    for (String module : Modules.NAMES) {
      try (Stream<Path> files = Files.walk(Modules.root().resolve(module))) {
        files
            .filter(file -> !Modules.root().relativize(file).toString().contains("target"))
            .filter(file -> file.toString().endsWith(".md"))
            .forEach(documents::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return documents;
  }

  private static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The relative targets of a document's links, and the paths that it spells as code. */
  static List<String> targets(Path document) {
    String text = text(document);
    Stream<String> links = matches(LINK, text).filter(link -> !link.contains(":"));
    Stream<String> paths =
        matches(CODE, text).filter(code -> PATH.matcher(code).matches()).filter(Documents::isKept);
    return Stream.concat(links, paths).distinct().toList();
  }

  /** What a build makes is not there before it. */
  private static boolean isKept(String path) {
    return !path.contains("target/");
  }

  /** Whether a target is there, seen from the document or from the root. */
  static boolean exists(Path document, String target) {
    String named = target.contains("*") ? target.substring(0, target.lastIndexOf('/')) : target;
    return Stream.of(document.getParent(), Modules.root())
        .map(folder -> folder.resolve(named))
        .anyMatch(Files::exists);
  }

  /** Command lines of magicbench, without its name, that any document shows. */
  public static List<String> commands() {
    return all().stream().flatMap(document -> commands(text(document))).distinct().toList();
  }

  private static Stream<String> commands(String text) {
    Stream<String> fenced = text.lines().filter(line -> line.startsWith("./ci/"));
    return Stream.concat(fenced, matches(CODE, text))
        .map(line -> line.replaceFirst("#.*", "").strip())
        .flatMap(line -> COMMAND.matcher(line).results())
        .filter(result -> result.start() == 0)
        .map(result -> result.group(1));
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult result) -> result.group(1));
  }

  private static String text(Path document) {
    try {
      return Files.readString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
