package magicbench.suites.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import magicbench.results.claim.SuiteChoice;
import magicbench.results.file.InputException;
import magicbench.results.plan.GlueFolder;
import magicbench.results.plan.ImageFolder;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Scale;
import magicbench.results.plan.SquadFolder;
import magicbench.results.plan.TextFolder;
import magicbench.results.record.CacheFolder;

/**
 * What the command line asked for, read from system properties.
 *
 * @param scale {@code scale}: the scale's name
 * @param suites {@code -Dsuite}: one name, several with commas, or {@code all}
 * @param root {@code magicbench.root}: the folder that {@code target/magicbench} lies in
 * @param cache {@code magicbench.cache}: the store's folder
 * @param workers {@code magicbench.workers}: how many trials run at once; empty for as many as the
 *     scale and the processors allow
 * @param recompute {@code magicbench.recompute}: run what the cache already holds
 * @param committedTruth {@code truth}: whether records of truth are taken from {@code
 *     results/truth} ({@code committed}, which is where nobody asks) or not ({@code recompute})
 * @param text {@code magicbench.text}: a folder of text shards, for scales that want one
 * @param data {@code magicbench.data}: a folder that holds GLUE's, for scales that read it
 */
record Options(
    String scale,
    SuiteChoice suites,
    Path root,
    Path cache,
    Optional<Integer> workers,
    boolean recompute,
    boolean committedTruth,
    Optional<Path> text,
    Optional<Path> data) {

  private static final String WORKERS = "magicbench.workers";
  private static final String RECOMPUTE = "magicbench.recompute";
  private static final String TRUTH = "truth";

  /**
   * Reads them.
   *
   * @throws InputException when a value makes no sense
   */
  static Options from(
      Function<String, Optional<String>> property, Function<String, Optional<String>> variable) {
    Path root = Path.of(property.apply("magicbench.root").orElse(".")).toAbsolutePath().normalize();
    return new Options(
        property.apply("scale").orElse("laptop"),
        SuiteChoice.of(property.apply("suite").orElse(SuiteChoice.EVERY)),
        root,
        CacheFolder.of(root, property, variable),
        property.apply(WORKERS).map(Options::workers),
        property.apply(RECOMPUTE).map(Options::recompute).orElse(false),
        property.apply(TRUTH).map(Options::committedTruth).orElse(true),
        property.apply("magicbench.text").map(root::resolve),
        property.apply("magicbench.data").map(root::resolve));
  }

  private static int workers(String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new InputException("-D" + WORKERS, "is " + text, "give a whole number from 1 to 9999");
    }
    return Integer.parseInt(text);
  }

  private static boolean recompute(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new InputException("-D" + RECOMPUTE, "is " + text, "give true or false");
    }
    return Boolean.parseBoolean(text);
  }

  private static boolean committedTruth(String text) {
    if (!text.equals("committed") && !text.equals("recompute")) {
      throw new InputException("-D" + TRUTH, "is " + text, "give committed or recompute");
    }
    return text.equals("committed");
  }

  boolean asksFor(String name) {
    return suites.has(name);
  }

  Overrides overrides(Scale planned) {
    Overrides own = text.map(TextFolder::overrides).orElseGet(Overrides::none);
    return data.map(
            folder ->
                own.and(GlueFolder.overrides(planned, folder))
                    .and(SquadFolder.overrides(planned, folder))
                    .and(ImageFolder.overrides(planned, folder)))
        .orElse(own);
  }

  Path output() {
    return root.resolve("target").resolve("magicbench").resolve(scale);
  }
}
