package magicbench.ci.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import magicbench.results.claim.Claim;
import magicbench.results.claim.ClaimRegistry;
import magicbench.results.claim.SuiteChoice;
import magicbench.results.file.InputException;
import magicbench.results.plan.GlueFolder;
import magicbench.results.plan.ImageFolder;
import magicbench.results.plan.Overrides;
import magicbench.results.plan.Plan;
import magicbench.results.plan.Planner;
import magicbench.results.plan.Scale;
import magicbench.results.plan.Scales;
import magicbench.results.plan.SquadFolder;
import magicbench.results.plan.TextFolder;
import magicbench.results.record.CommittedTruth;
import picocli.CommandLine.Option;

/** Options that say which claims are meant, and at which scale. */
final class Selection {

  @Option(
      names = "--scale",
      paramLabel = "NAME",
      defaultValue = "laptop",
      description =
          "smoke, laptop, gpu, paper or another scale that README.md lists"
              + " (default: ${DEFAULT-VALUE}).")
  private String scale = "laptop";

  @Option(
      names = "--suite",
      paramLabel = "NAME",
      defaultValue = SuiteChoice.EVERY,
      description = "One suite's name, several with commas, or all (default: ${DEFAULT-VALUE}).")
  private String suites = SuiteChoice.EVERY;

  @Option(
      names = "--claim",
      paramLabel = "ID",
      split = ",",
      description = "Only this claim (several: with commas, or said again; default: every one).")
  private List<String> ids = List.of();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Your own text (.txt or .jsonl files), for scales that want it.")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--fresh-seeds",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Draw all seeds but the truth's anew, the N-th time: a repetition that is independent of"
              + " the run (0, the default: the scale's own seeds). Wants a folder of its own.")
  private int draw;

  /** Whether seeds are not the scale's own. */
  boolean freshSeeds() {
    return draw != 0;
  }

  /** The options that select the same on another machine. */
  List<String> words() {
    List<String> words = new ArrayList<>(List.of("--scale", scale));
    if (!suites().isEvery()) {
      words.addAll(List.of("--suite", suites().toString()));
    }
    if (!ids.isEmpty()) {
      words.addAll(List.of("--claim", String.join(",", ids)));
    }
    data.map(folder -> folder.toAbsolutePath().normalize().toString())
        .ifPresent(folder -> words.addAll(List.of("--data", folder)));
    if (freshSeeds()) {
      words.addAll(List.of("--fresh-seeds", Integer.toString(draw)));
    }
    return words;
  }

  String scaleName() {
    return scale;
  }

  /** Whether nothing that the scale asks was left out. */
  boolean isWhole() {
    return suites().isEvery() && ids.isEmpty();
  }

  private SuiteChoice suites() {
    return SuiteChoice.of(suites);
  }

  Scale scale(Surroundings surroundings) {
    return scale(surroundings, draw);
  }

  private Scale scale(Surroundings surroundings, int which) {
    Scale asked = Scales.fromClasspath(surroundings.resources()).named(scale);
    return asked.withFreshSeeds(which, CommittedTruth.kinds(everyClaim(surroundings)));
  }

  List<Claim> claims(Surroundings surroundings) {
    ClaimRegistry registry = ClaimRegistry.fromClasspath(surroundings.resources());
    List<Claim> asked = scale(surroundings).asked(suites(), registry);
    return ids.isEmpty() ? asked : named(asked);
  }

  private List<Claim> named(List<Claim> asked) {
    List<String> known = asked.stream().map(Claim::id).toList();
    for (String id : ids) {
      if (!known.contains(id)) {
        throw new InputException(
            "claim " + id, "is not asked here (scale " + scale + ")", "use some of " + known);
      }
    }
    return asked.stream().filter(claim -> ids.contains(claim.id())).toList();
  }

  /** Every claim on the class path, whichever suite was asked for. */
  List<Claim> everyClaim(Surroundings surroundings) {
    return ClaimRegistry.fromClasspath(surroundings.resources()).all();
  }

  /** What a plan lacks of the claims that were asked for: it is another run's then. */
  List<String> unplanned(Surroundings surroundings, Plan plan) {
    return claims(surroundings).stream()
        .map(Claim::id)
        .filter(id -> !plan.trialsByClaim().containsKey(id))
        .map(id -> "asked for, but not in the plan: " + id + "; run again")
        .toList();
  }

  Plan plan(Surroundings surroundings) {
    return planner(surroundings).apply(claims(surroundings));
  }

  /** Plans what would settle some of the claims. */
  Function<List<Claim>, Plan> planner(Surroundings surroundings) {
    Scale asked = scale(surroundings);
    Overrides own = overrides(surroundings);
    return claims -> Planner.plan(claims, asked, own);
  }

  /** A plan of some claims with seeds that no run has but those of the same draw. */
  Plan repetition(Surroundings surroundings, List<Claim> claims, int which) {
    return Planner.plan(claims, scale(surroundings, which), overrides(surroundings));
  }

  private Overrides overrides(Surroundings surroundings) {
    Overrides text =
        data.or(() -> surroundings.property("magicbench.text").map(Path::of))
            .map(TextFolder::overrides)
            .orElseGet(Overrides::none);
    return surroundings
        .property("magicbench.data")
        .map(Path::of)
        .map(
            folder ->
                text.and(GlueFolder.overrides(scale(surroundings), folder))
                    .and(SquadFolder.overrides(scale(surroundings), folder))
                    .and(ImageFolder.overrides(scale(surroundings), folder)))
        .orElse(text);
  }
}
