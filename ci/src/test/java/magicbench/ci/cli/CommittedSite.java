package magicbench.ci.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import magicbench.results.verdict.Judgement;
import magicbench.results.verdict.VerdictFile;

/**
 * Pages on committed records, written by the commands themselves: a run's report with what was
 * accepted at other scales, a report of all that was accepted, and a comparison of two scales.
 */
final class CommittedSite {

  private static final String RUN = "laptop-images-full";
  private static final String ACCEPTED = "laptop-compression";
  private static final List<String> SHOWN = List.of(RUN, ACCEPTED);

  private final Path root;
  private final Path folder;
  private final String start;

  private CommittedSite(Path root, Path folder, String start) {
    this.root = root;
    this.folder = folder;
    this.start = start;
  }

  /** Judges and reports with the command itself, below a root that holds nothing else. */
  static CommittedSite below(Path root, Path project) throws IOException {
    copy(SHOWN, root, project);
    CommittedSite site =
        new CommittedSite(
            root, root.resolve("target/magicbench").resolve(RUN).resolve("site"), "index.html");
    site.run("judge");
    site.run("report");
    return site;
  }

  /** Reports what was accepted at some scales, below a root that holds nothing else. */
  static CommittedSite ofAccepted(List<String> scales, Path root, Path project) throws IOException {
    copy(scales, root, project);
    return new CommittedSite(root, root, "index.html").ofAllScales();
  }

  private static void copy(List<String> scales, Path root, Path project) throws IOException {
    List<String> kept = new ArrayList<>(List.of("results/truth", "results/history"));
    for (String scale : scales) {
      kept.add("results/records/" + scale);
      kept.add("results/accepted/" + scale + "-cpu.json");
      kept.add("results/accepted/verdicts/" + scale + "-cpu.json");
    }
    for (String each : kept) {
      copy(project.resolve(each), root.resolve(each));
    }
  }

  /** The report of every scale that was accepted. */
  CommittedSite ofAllScales() {
    Path out = root.resolve("kept");
    execute("report", "--kept", "--out=" + out);
    return new CommittedSite(root, out.resolve("site"), "index.html");
  }

  /** The comparison of the two scales. */
  CommittedSite ofTwoRuns() {
    Path out = root.resolve("compared");
    Path records = root.resolve("results/records");
    execute(
        "compare",
        records.resolve(RUN).toString(),
        records.resolve(ACCEPTED).toString(),
        "--out=" + out);
    return new CommittedSite(root, out, "compare.html");
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private void run(String command) {
    execute(command, "--scale=" + RUN, "--records=" + root.resolve("results/records").resolve(RUN));
  }

  private void execute(String... command) {
    StringWriter said = new StringWriter();
    int code =
        Magicbench.commandLine(surroundings())
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute(command);
    if (code != 0) {
      throw new IllegalStateException(command[0] + " ended with " + code + ": " + said);
    }
  }

  private Surroundings surroundings() {
    return new Surroundings(
        name -> name.equals("magicbench.root") ? root.toString() : null,
        name -> null,
        CommittedSite.class.getClassLoader(),
        List::of,
        List::of,
        InstantSource.system(),
        false);
  }

  /**
   * Follows every link from the first page on and opens every page once.
   *
   * @param open is told of each page while it is open
   */
  SortedMap<String, Visit> visitAll(Browser browser, Consumer<String> open) throws IOException {
    SortedMap<String, Visit> visits = new TreeMap<>();
    Deque<String> ahead = new ArrayDeque<>(List.of(start));
    while (!ahead.isEmpty()) {
      String page = ahead.remove();
      browser.open(uri(page));
      Visit visit = browser.visit();
      visits.put(page, visit);
      open.accept(page);
      visit.targets().stream()
          .map(target -> target(page, target))
          .filter(target -> target.endsWith(".html"))
          .filter(target -> !visits.containsKey(target) && !ahead.contains(target))
          .distinct()
          .forEach(ahead::add);
    }
    return Collections.unmodifiableSortedMap(visits);
  }

  /** Where a link on a page leads, from the site's folder on, without its anchor. */
  String target(String page, String link) {
    return link.startsWith("#")
        ? page
        : folder().toUri().relativize(uri(page).resolve(link.replaceFirst("#.*", ""))).toString();
  }

  /** Every page that was written, as its path from the site's folder on. */
  Set<String> pages() throws IOException {
    try (Stream<Path> files = Files.walk(folder())) {
      return files
          .map(file -> folder().toUri().relativize(file.toUri()).toString())
          .filter(file -> file.endsWith(".html"))
          .collect(Collectors.toSet());
    }
  }

  /** What verdicts.json beside the pages says of every scale. */
  List<Judgement> judgements() {
    return SHOWN.stream()
        .map(scale -> folder().resolve("data").resolve(scale).resolve("verdicts.json"))
        .flatMap(file -> VerdictFile.read(file).judgements().stream())
        .toList();
  }

  static String page(Judgement judgement) {
    return "claims/" + judgement.scale() + "/" + judgement.claim().id() + ".html";
  }

  Path folder() {
    return folder;
  }

  URI uri(String page) {
    return folder().resolve(page).toUri();
  }
}
