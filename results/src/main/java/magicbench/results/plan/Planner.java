package magicbench.results.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import magicbench.results.claim.Claim;
import magicbench.results.file.Hashes;
import magicbench.results.file.InputException;
import magicbench.results.file.Json;

/** Turns claims and a scale into the trials that would settle them. */
public final class Planner {

  private static final String NO_METHOD = "none";

  private final Scale scale;
  private final Overrides overrides;
  private final Map<String, Trial> trials = new LinkedHashMap<>();
  private final Set<String> underWay = new LinkedHashSet<>();
  private final Map<Asked, List<JsonNode>> settings = new HashMap<>();

  private record Asked(String kind, String method) {}

  private Planner(Scale scale, Overrides overrides) {
    this.scale = scale;
    this.overrides = overrides;
  }

  /**
   * Plans.
   *
   * <p>Each claim asks for one trial a seed of its experiment, under its method and under those
   * that it is compared with, and for all trials of the kind that holds the truth. A kind whose
   * settings list values has one trial for each. A kind without seeds draws nothing and depends on
   * no method: it is one trial of method {@code none} and seed 0. A trial needs, of each kind that
   * its own kind or its method needs, the trial of the same method and seed, or of the method that
   * the need names, or the only one where that kind has no seeds. Work that several claims ask for
   * is planned once. Each point of a study is planned for the kinds that rank for a claim and know
   * both its methods.
   *
   * @param claims what is to be settled, in any order
   * @param scale how large the experiments are
   * @param overrides settings laid over the scale's
   * @return the plan; equal for equal content, whatever the claims' order
   * @throws InputException when the scale lacks an experiment, a needed seed, or a method where it
   *     names some, or when experiments need each other in a circle
   */
  public static Plan plan(List<Claim> claims, Scale scale, Overrides overrides) {
    List<Claim> sorted = claims.stream().sorted(Comparator.comparing(Claim::id)).toList();
    Planner planner = new Planner(scale, overrides);
    SortedMap<String, List<String>> trialsByClaim = new TreeMap<>();
    for (Claim claim : sorted) {
      trialsByClaim.put(claim.id(), planner.trialsFor(claim));
    }
    planner.planStudies(sorted);
    return new Plan(
        Plan.SCHEMA_VERSION,
        scale.name(),
        protocolHash(sorted, scale, overrides),
        List.copyOf(planner.trials.values()),
        trialsByClaim);
  }

  /**
   * Plans one kind of trial that no claim asks for, and what it needs.
   *
   * @param kind the kind, which must have a method of its own
   * @param scale how large the experiments are
   * @param overrides settings laid over the scale's
   * @return a plan that settles no claim
   * @throws InputException when the scale lacks the kind or what it needs
   */
  public static Plan ofKind(String kind, Scale scale, Overrides overrides) {
    Planner planner = new Planner(scale, overrides);
    String asker = "the command";
    planner.idsOf(kind, planner.experiment(kind, asker).ownMethod(), asker);
    return new Plan(
        Plan.SCHEMA_VERSION,
        scale.name(),
        protocolHash(List.of(), scale, overrides),
        List.copyOf(planner.trials.values()),
        new TreeMap<>());
  }

  private static String protocolHash(List<Claim> claims, Scale scale, Overrides overrides) {
    Map<String, Object> protocol = Map.of("claims", claims, "scale", scale, "overrides", overrides);
    return Hashes.sha256(Json.canonical(protocol).getBytes(StandardCharsets.UTF_8));
  }

  private List<String> trialsFor(Claim claim) {
    String asker = "claim " + claim.id();
    List<String> ids = new ArrayList<>();
    for (String method : methods(claim)) {
      requireClaimed(claim, method, asker);
      ids.addAll(asked(claim, method, asker));
    }
    if (!claim.metric().truth().isEmpty()) {
      ids.addAll(idsOf(claim.metric().truth(), claim.method(), asker));
    }
    return ids;
  }

  private static List<String> methods(Claim claim) {
    List<String> methods = new ArrayList<>(List.of(claim.method()));
    if (!claim.metric().against().isEmpty()) {
      methods.add(claim.metric().against());
    }
    methods.addAll(claim.metric().beside());
    return methods.stream().distinct().toList();
  }

  /** A method's trials, without those that the claim doesn't ask. */
  private List<String> asked(Claim claim, String method, String asker) {
    List<String> ids = idsOf(claim.experiment(), method, asker);
    List<String> only = claim.metric().only();
    if (only.isEmpty()) {
      return ids;
    }
    String cause = claim.metric().cause();
    Map<String, List<String>> byValue =
        ids.stream()
            .collect(Collectors.groupingBy(id -> trials.get(id).settings().path(cause).asText()));
    for (String value : only) {
      if (!byValue.containsKey(value)) {
        throw new InputException(
            "scale " + scale.name(),
            "no trial of " + claim.experiment() + " has the " + cause + " " + value,
            "let the scale's experiment have one, as " + asker + " needs");
      }
    }
    return ids.stream()
        .filter(id -> only.contains(trials.get(id).settings().path(cause).asText()))
        .toList();
  }

  /** What a scale studies is planned for the kinds that rank and know it, whatever is asked. */
  private void planStudies(List<Claim> claims) {
    List<Claim> ranking =
        claims.stream().filter(claim -> !claim.metric().truth().isEmpty()).toList();
    for (Scale.Study study : scale.studies()) {
      for (Scale.Study.Point point : study.points()) {
        planPoint(knowing(ranking, point), "study " + study.name(), point);
      }
    }
  }

  /**
   * The claims whose kind knows both methods of a point; all where none does, for the complaint.
   */
  private List<Claim> knowing(List<Claim> ranking, Scale.Study.Point point) {
    List<Claim> knowing =
        ranking.stream()
            .filter(claim -> knows(claim.experiment(), point.method()))
            .filter(claim -> knows(claim.experiment(), point.against()))
            .toList();
    return knowing.isEmpty() ? ranking : knowing;
  }

  /** A kind that names no methods treats all alike. */
  private boolean knows(String kind, String method) {
    SortedMap<String, JsonNode> methods = experiment(kind, "the plan").methods();
    return methods.isEmpty() || methods.containsKey(method);
  }

  private void planPoint(List<Claim> claims, String asker, Scale.Study.Point point) {
    claims.stream()
        .map(Claim::experiment)
        .distinct()
        .forEach(
            kind -> {
              idsOf(kind, point.method(), asker);
              idsOf(kind, point.against(), asker);
            });
    if (!point.truth().isEmpty()) {
      planTruth(claims, asker, point);
    }
  }

  private void planTruth(List<Claim> claims, String asker, Scale.Study.Point point) {
    claims.stream()
        .map(claim -> claim.metric().truth())
        .distinct()
        .forEach(
            kind -> {
              requireAmong(kind, point.truth(), asker);
              idsOf(kind, point.truth(), asker);
            });
  }

  private List<String> idsOf(String kind, String method, String asker) {
    List<String> ids = new ArrayList<>();
    requireNamed(kind, method, asker);
    for (long seed : seeds(kind, asker)) {
      trials(kind, method, seed).forEach(trial -> ids.add(trial.id()));
    }
    return ids;
  }

  /** A kind's own method is what others need of it; a claim means the method that it names. */
  private void requireClaimed(Claim claim, String method, String asker) {
    if (!experiment(claim.experiment(), asker).methods().isEmpty()) {
      requireAmong(claim.experiment(), method, asker);
    }
  }

  /** Else a method would silently run as the settings stand: another method by its name. */
  private void requireNamed(String kind, String method, String asker) {
    Scale.Experiment experiment = experiment(kind, asker);
    if (!experiment.methods().isEmpty() && experiment.ownMethod().isEmpty()) {
      requireAmong(kind, method, asker);
    }
  }

  private void requireAmong(String kind, String method, String asker) {
    Scale.Experiment experiment = experiment(kind, asker);
    if (!experiment.methods().containsKey(method)) {
      throw new InputException(
          "scale " + scale.name(),
          "experiment " + kind + " names no method " + method + ", which " + asker + " needs",
          "name it under methods, with {} where the settings are its own; named are "
              + experiment.methods().keySet());
    }
  }

  private List<Long> seeds(String kind, String asker) {
    List<Long> seeds = experiment(kind, asker).seeds();
    return seeds.isEmpty() ? List.of(0L) : seeds;
  }

  private Scale.Experiment experiment(String kind, String asker) {
    Scale.Experiment experiment = scale.experiments().get(kind);
    if (experiment == null) {
      throw new InputException(
          "scale " + scale.name(),
          "no experiment " + kind + ", which " + asker + " needs",
          "add it to the scale's file, which has only " + scale.experiments().keySet());
    }
    return experiment;
  }

  private List<Trial> trials(String kind, String method, long seed) {
    Scale.Experiment experiment = experiment(kind, "the plan");
    if (!underWay.add(kind)) {
      throw new InputException(
          "scale " + scale.name(),
          "experiments need each other in a circle: " + underWay + " and " + kind + " again",
          "take one of their needs out");
    }
    String own = methodOf(experiment, method);
    List<String> needs =
        experiment.needs(own).stream()
            .flatMap(need -> neededIds(kind, need, own, seed).stream())
            .toList();
    underWay.remove(kind);
    List<Trial> made =
        settings(kind, method).stream()
            .map(settings -> Trial.of(kind, own, seed, needs, settings))
            .toList();
    made.forEach(trial -> trials.putIfAbsent(trial.id(), trial));
    return made;
  }

  /** Every seed has the same. */
  private List<JsonNode> settings(String kind, String method) {
    return settings.computeIfAbsent(
        new Asked(kind, method),
        asked ->
            Variants.of(experiment(kind, "the plan"), method).stream()
                .map(variant -> overrides.applyTo(kind, variant))
                .map(KeptSettings::of)
                .toList());
  }

  private static String methodOf(Scale.Experiment experiment, String method) {
    if (!experiment.ownMethod().isEmpty()) {
      return experiment.methods().containsKey(method) ? method : experiment.ownMethod();
    }
    return experiment.seeds().isEmpty() ? NO_METHOD : method;
  }

  private List<String> neededIds(String kind, Need need, String asking, long seed) {
    List<Long> offered = experiment(need.kind(), kind).seeds();
    if (!offered.isEmpty() && !offered.contains(seed)) {
      throw new InputException(
          "scale " + scale.name(),
          kind
              + " of seed "
              + seed
              + " needs "
              + need.kind()
              + ", which has only the seeds "
              + offered,
          "give both the same seeds");
    }
    String method = need.methodFor(asking);
    if (!offered.isEmpty()) {
      requireNamed(need.kind(), method, kind + " of " + asking);
    }
    return trials(need.kind(), method, offered.isEmpty() ? 0 : seed).stream()
        .map(Trial::id)
        .toList();
  }
}
